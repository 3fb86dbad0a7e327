export type RedisEngine = "valkey" | "redis";

/** The parameter group family of an engine version: `valkey8` of Valkey 8.1, `redis7` of Redis 7.1, `redis6.x` of Redis 6.2. */
export function parameterFamily(engine: RedisEngine, engineVersion: string): string {
    const major = engineVersion.split(".")[0] ?? engineVersion;
    return engine === "redis" && major === "6" ? "redis6.x" : `${engine}${major}`;
}

/** The parameters in which the platform differs from the engine's defaults. */
export const ENGINE_PARAMETERS: readonly { readonly name: string; readonly value: string }[] = [
    { name: "cluster-enabled", value: "yes" },
    // BullMQ keeps its jobs here: with any other policy a full shard throws jobs away without a word; with this one writes fail loudly.
    { name: "maxmemory-policy", value: "noeviction" },
];
