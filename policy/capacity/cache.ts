import { CannotTell } from "../graph/cannot-tell";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";

export const REPLICATION_GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
const PARAMETER_GROUP = "aws:elasticache/parameterGroup:ParameterGroup";

/** A parameter of a cache as its parameter group sets it; undefined where it leaves the default. */
export interface CacheParameter {
    readonly value: string | undefined;
    /** Where it is, or would have to be, set: the parameter group, else the cache. */
    readonly holder: StackResource;
}

/** Reads a parameter of the cache's own parameter group; AWS's groups (`default.redis7.cluster.on`) leave every default. */
export function cacheParameter(cache: StackResource, stack: Stack, name: string): CacheParameter {
    const [group] = cache.references("parameterGroupName", PARAMETER_GROUP, stack.ofType(PARAMETER_GROUP));
    if (group !== undefined) {
        const parameters = group.properties.items("parameters");
        return { value: parameters.find((one) => one.text("name") === name)?.text("value"), holder: group };
    }
    const given = cache.gives("parameterGroupName") ? (cache.properties.text("parameterGroupName") ?? "") : "default.";
    if (given.startsWith("default.")) return { value: undefined, holder: cache };
    throw new CannotTell(`${cache.label}: its parameter group ${given} is not of this stack`, cache.urn);
}

/** Primaries, each with a share of the keys. */
export function shardsOf(cache: StackResource): number {
    if (cache.gives("nodeGroupConfigurations")) return cache.properties.items("nodeGroupConfigurations").length;
    return cache.gives("numNodeGroups") ? (cache.properties.number("numNodeGroups") ?? 1) : 1;
}

export function replicasOf(cache: StackResource): number {
    if (cache.gives("numCacheClusters")) return (cache.properties.number("numCacheClusters") ?? 1) - 1;
    return cache.gives("replicasPerNodeGroup") ? (cache.properties.number("replicasPerNodeGroup") ?? 0) : 0;
}
