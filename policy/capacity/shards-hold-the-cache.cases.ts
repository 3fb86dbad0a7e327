import type { PolicyCases } from "../../test/policy/cases";

const CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
const PARAMETERS = "aws:elasticache/parameterGroup:ParameterGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the nodes are too small",
            change: (stack) => stack.set(CACHE, "redis", "nodeType", "cache.m7g.large"),
            at: `${CACHE} redis`,
            message:
                `redis (${CACHE}): 3 shards of cache.m7g.large hold 11.5 GiB at 80 per cent (4.8 GiB each, 25 per cent reserved), but the cache and the queues ` +
                "need 13 GiB. Set numNodeGroups to 4 or take a larger nodeType.",
        },
    ],
    absent: [{ when: "the cache is not of this stack", change: (stack) => stack.remove(CACHE), passes: true }],
    unknown: [
        {
            when: "the type is not of the pack's list",
            change: (stack) => stack.set(CACHE, "redis", "nodeType", "cache.x9.large"),
            unchecked: `redis (${CACHE}): how much memory a node of cache.x9.large has is not known`,
        },
        {
            when: "the number of shards is not known",
            change: (stack) => stack.setUnknown(CACHE, "redis", "numNodeGroups"),
            unchecked: `redis (${CACHE}): numNodeGroups is not known before the update`,
        },
        {
            when: "the parameters are not known",
            change: (stack) => stack.setUnknown(PARAMETERS, undefined, "parameters"),
            unchecked: `redis-parameters (${PARAMETERS}): parameters is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the nodes are of an older generation",
            change: (stack) => stack.set(CACHE, "redis", "nodeType", "cache.r6g.xlarge"),
        },
    ],
};
