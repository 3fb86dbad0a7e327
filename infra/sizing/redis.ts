import { MAX_CLUSTER_NODES, maxmemoryBytes, reservedMemoryPercent } from "../facts/elasticache";

export interface RedisSize {
    /** Shards times one primary and its replicas. */
    readonly nodes: number;
    readonly maxNodes: number;
    /** Bytes of data that one shard holds, and all together; `undefined` when the node type has no known figure. Replicas add none. */
    readonly usableBytesPerShard: number | undefined;
    readonly usableBytes: number | undefined;
}

/** Nodes and room for data of a cluster-mode Redis or Valkey. */
export function redisSize(nodeType: string, shards: number, replicasPerShard: number): RedisSize {
    const maxmemory = maxmemoryBytes(nodeType);
    const perShard =
        maxmemory === undefined ? undefined : Math.floor(maxmemory * (1 - reservedMemoryPercent(nodeType) / 100));
    return {
        nodes: shards * (1 + replicasPerShard),
        maxNodes: MAX_CLUSTER_NODES,
        usableBytesPerShard: perShard,
        usableBytes: perShard === undefined ? undefined : perShard * shards,
    };
}
