import aurora from "./aurora-connections.json";
import elasticache from "./elasticache.json";
import msk from "./msk.json";
import opensearch from "./opensearch.json";

const CONNECTIONS = new Map<string, number>(Object.entries(aurora.classes));
const MAXMEMORY = new Map<string, number>(Object.entries(elasticache.nodeTypes));
const PARTITIONS = new Map<string, number>(Object.entries(msk.partitions));
const MASTERS = new Map<string, number>(Object.entries(opensearch.masters));

/** Connections that AWS's own automation needs of a database instance. */
export const CONNECTIONS_FOR_AWS = aurora.reservedForAws;
/** Share of a node's `maxmemory` that ElastiCache keeps unless a parameter group says otherwise. */
export const RESERVED_MEMORY_PERCENT = elasticache.reservedPercent;
/** Above this much of a broker's disk AWS says to act. */
export const FULL_DISK_PERCENT = msk.fullDiskPercent;
export const IAM_CONNECTIONS_PER_BROKER = msk.connectionsWithIam;
export const SHARDS_PER_HEAP_GIB = opensearch.shardsPerHeapGib;

/** `max_connections` of a class by Aurora's own formula; families of one memory size by size count alike. */
export function auroraConnections(instanceClass: string): number | undefined {
    const [, size = ""] = /^db\.r\d+\w*\.(\w+)$/.exec(instanceClass) ?? [];
    return CONNECTIONS.get(instanceClass) ?? CONNECTIONS.get(`db.r6g.${size}`);
}

/** `maxmemory` of a cache node in bytes; r6g and m6g equal r7g and m7g. */
export function cacheMemory(nodeType: string): number | undefined {
    return MAXMEMORY.get(nodeType.replace(/^cache\.([rm])6g\./, "cache.$17g."));
}

/** Partitions, replicas included, that AWS advises a broker to carry at most. */
export function brokerPartitions(type: string): number | undefined {
    return PARTITIONS.get(type);
}

/** GiB of memory of a `.large.search`, and of what is half of it, by family. */
const LARGE_GIB: Readonly<Record<string, number>> = { c: 4, m: 8, r: 16 };
const T3_GIB: Readonly<Record<string, number>> = { small: 2, medium: 4 };

/** Memory of an OpenSearch node in GiB, by EC2's rule that each size doubles the one before. */
export function searchMemoryGib(type: string): number | undefined {
    const [, family = "", size = ""] = /^(t3|[cmr]\d\w*)\.(\w+)\.search$/.exec(type) ?? [];
    if (family === "t3") return T3_GIB[size];
    const large = LARGE_GIB[family.charAt(0)];
    const [, factor] = /^(\d*)xlarge$/.exec(size) ?? [];
    if (large === undefined) return undefined;
    if (factor !== undefined) return large * 2 * Number(factor === "" ? 1 : factor);
    return { medium: large / 2, large }[size];
}

/** Data nodes that dedicated masters of a type lead. */
export function dataNodesUnder(masterType: string): number | undefined {
    if (/^t[23]\./.test(masterType)) return opensearch.dataNodesUnderT3Masters;
    const memory = searchMemoryGib(masterType);
    return memory === undefined ? undefined : MASTERS.get(String(memory));
}
