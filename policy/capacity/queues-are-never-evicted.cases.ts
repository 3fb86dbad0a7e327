import type { PolicyCases } from "../../test/policy/cases";

const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
const PARAMETERS = "aws:elasticache/parameterGroup:ParameterGroup";
const CLUSTER_MODE = { name: "cluster-enabled", value: "yes" };

export const cases: PolicyCases = {
    violations: [
        {
            when: "the cache evicts",
            change: (stack) =>
                stack.set(PARAMETERS, undefined, "parameters", [
                    CLUSTER_MODE,
                    { name: "maxmemory-policy", value: "allkeys-lru" },
                ]),
            at: `${CACHE} redis`,
            message:
                `redis (${CACHE}): maxmemory-policy is allkeys-lru in redis-parameters (${PARAMETERS}), and the queues of ${LABEL} are in it; ` +
                "it must be noeviction. Set it in the parameter group.",
        },
    ],
    absent: [
        {
            when: "the parameter group leaves the default",
            change: (stack) => stack.set(PARAMETERS, undefined, "parameters", [CLUSTER_MODE]),
            at: `${CACHE} redis`,
            message:
                `redis (${CACHE}): maxmemory-policy is not set, which means volatile-lru in redis-parameters (${PARAMETERS}), and the queues of ${LABEL} are in it; ` +
                "it must be noeviction. Set it in the parameter group.",
        },
        {
            when: "the cache is not of this stack",
            change: (stack) => stack.remove(CACHE),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the parameters are not known",
            change: (stack) => stack.setUnknown(PARAMETERS, undefined, "parameters"),
            unchecked: `redis-parameters (${PARAMETERS}): parameters is not known before the update`,
        },
        {
            when: "the parameter group is not of this stack",
            change: (stack) =>
                stack
                    .setUnknown(CACHE, "redis", "parameterGroupName")
                    .setSources(CACHE, "redis", "parameterGroupName", ["network"]),
            unchecked: `redis (${CACHE}): parameterGroupName is not known before the update`,
        },
    ],
};
