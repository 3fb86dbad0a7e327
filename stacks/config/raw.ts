/** The stack's configuration as Pulumi hands it over: full keys, structured values as JSON. */
export type RawConfig = Readonly<Record<string, string>>;

/** The settings under `kaireon:`, structured values parsed; what is no JSON stays text for the schema to judge. */
export function readSettings(config: RawConfig): Readonly<Record<string, unknown>> {
    return Object.fromEntries(
        Object.entries(config)
            .filter(([key]) => key.startsWith("kaireon:"))
            .map(([key, value]) => [key.slice("kaireon:".length), parse(value)]),
    );
}

function parse(value: string): unknown {
    try {
        return JSON.parse(value);
    } catch {
        return value;
    }
}
