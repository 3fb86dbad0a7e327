import { RESERVED_MEMORY_PERCENT, reservedMemoryPercent } from "../../facts/elasticache";

export type RedisEngine = "valkey" | "redis";

/** The parameter group family of an engine version: `valkey8` of Valkey 8.1, `redis7` of Redis 7.1, `redis6.x` of Redis 6.2. */
export function parameterFamily(engine: RedisEngine, engineVersion: string): string {
    const major = engineVersion.split(".")[0] ?? engineVersion;
    return engine === "redis" && major === "6" ? "redis6.x" : `${engine}${major}`;
}

interface EngineParameter {
    readonly name: string;
    readonly value: string;
}

/** The parameters in which the platform differs from the engine's defaults. */
export function engineParameters(nodeType: string): readonly EngineParameter[] {
    const reserved = reservedMemoryPercent(nodeType);
    return [
        { name: "cluster-enabled", value: "yes" },
        // BullMQ keeps its jobs here: with any other policy a full shard throws jobs away without a word; with this one writes fail loudly.
        { name: "maxmemory-policy", value: "noeviction" },
        // Smaller nodes swap during a snapshot otherwise.
        ...(reserved === RESERVED_MEMORY_PERCENT ? [] : [{ name: "reserved-memory-percent", value: String(reserved) }]),
    ];
}
