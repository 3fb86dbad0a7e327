/**
 * Helm values: a plain tree. A leaf may be a Pulumi Output (an endpoint, an ARN), the branches never are: a preview, the
 * policies and a reviewer then see every value that is known.
 */
export interface ChartValues {
    readonly [key: string]: unknown;
}

function isBranch(value: unknown): value is ChartValues {
    return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

/**
 * Layers values as Helm does: maps merge key by key, scalars and lists of a later layer replace, and `null` deletes the key.
 *
 * @param layers lowest precedence first
 */
export function mergeValues(...layers: readonly ChartValues[]): ChartValues {
    return layers.reduce((merged, layer) => mergeTwo(merged, layer), {});
}

function mergeTwo(base: ChartValues, over: ChartValues): ChartValues {
    const merged: Record<string, unknown> = { ...base };
    for (const [key, value] of Object.entries(over)) {
        const below = merged[key];
        if (value === null) delete merged[key];
        else if (isBranch(value)) merged[key] = mergeTwo(isBranch(below) ? below : {}, value);
        else if (value !== undefined) merged[key] = value;
    }
    return merged;
}
