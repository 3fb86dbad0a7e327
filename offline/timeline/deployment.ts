/** A resource as Pulumi's state holds it: the parts that its timing depends on. */
export interface StateResource {
    readonly urn: string;
    readonly type: string;
    /** False for components, which take no time of their own. */
    readonly custom: boolean;
    /** Read, not made. */
    readonly external?: boolean;
    /** Waiting to be deleted: what has replaced it is in the state too. */
    readonly delete?: boolean;
    readonly parent?: string;
    /** `urn::id` */
    readonly provider?: string;
    readonly dependencies?: readonly string[];
    readonly propertyDependencies?: Readonly<Record<string, readonly string[] | null>>;
    readonly inputs?: Readonly<Record<string, unknown>>;
}

/**
 * The resources of a state: a checkpoint of the file backend, or what `pulumi stack export` prints.
 *
 * @throws when it is neither, or holds nothing
 */
export function resourcesOf(state: unknown, source: string): StateResource[] {
    const held = at(state, "checkpoint", "latest", "resources") ?? at(state, "deployment", "resources");
    if (!Array.isArray(held)) {
        throw new Error(
            `timeline: ${source} is no Pulumi state. Give a checkpoint or the output of \`pulumi stack export\`.`,
        );
    }
    const resources = held.filter(isResource).filter((resource) => resource.delete !== true);
    if (resources.length === 0)
        throw new Error(`timeline: ${source} holds no resources. Run \`npm run offline -- up\` first.`);
    return resources;
}

function isResource(value: unknown): value is StateResource {
    return typeof at(value, "urn") === "string" && typeof at(value, "type") === "string";
}

function at(value: unknown, ...path: readonly string[]): unknown {
    return path.reduce<unknown>(
        (inner, name) =>
            typeof inner === "object" && inner !== null
                ? (inner as Readonly<Record<string, unknown>>)[name]
                : undefined,
        value,
    );
}
