import facts from "./elasticache.json";

const MAXMEMORY_BYTES = new Map<string, number>(Object.entries(facts.nodeTypes));
const NODE_TYPES_BY_REGION = new Map<string, readonly string[]>(Object.entries(facts.nodeTypesByRegion));

export const ENGINE_VERSIONS: Readonly<Record<"redis" | "valkey", readonly string[]>> = facts.versions;
/** Nodes of a cluster, replicas included, before a quota is raised. */
export const MAX_CLUSTER_NODES = facts.rows["nodes-per-cluster"].value;
export const MAX_REPLICAS_PER_SHARD = facts.rows["replicas-per-shard.max"].value;
/** Share of `maxmemory` that ElastiCache keeps for snapshots and failover unless it is told otherwise. */
export const RESERVED_MEMORY_PERCENT = facts.rows["reserved-memory-percent"].value;

/** Node types of a region, or `undefined` when the facts do not cover it. */
export function cacheNodeTypes(region: string): readonly string[] | undefined {
    return NODE_TYPES_BY_REGION.get(region);
}

/** `maxmemory` of a node in bytes; r6g and m6g equal r7g and m7g. `undefined` for a type whose figure is not known. */
export function maxmemoryBytes(nodeType: string): number | undefined {
    return MAXMEMORY_BYTES.get(nodeType) ?? MAXMEMORY_BYTES.get(nodeType.replace(/^cache\.([rm])6g\./, "cache.$17g."));
}

/** The share of `maxmemory` to keep for snapshots and failover: AWS advises more for nodes so small that they would swap. */
export function reservedMemoryPercent(nodeType: string): number {
    if (nodeType.endsWith(".micro")) return facts.rows["reserved-memory-percent.micro"].value;
    if (nodeType.endsWith(".small")) return facts.rows["reserved-memory-percent.small"].value;
    return RESERVED_MEMORY_PERCENT;
}
