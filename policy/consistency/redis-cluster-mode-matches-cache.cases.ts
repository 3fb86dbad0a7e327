import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
const CACHE = `redis (${GROUP})`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "the values know nothing of the cluster",
            change: (stack) => stack.setValue("redis.cluster", false),
            at: RELEASE,
            message: `${LABEL}: values.redis.cluster is false, but ${CACHE} is in cluster mode. Set it to true, or build the cache without cluster mode.`,
        },
        {
            when: "there are two shards",
            change: (stack) => stack.set(GROUP, "redis", "numNodeGroups", 2),
            at: `${GROUP} redis`,
            message: `${CACHE}: numNodeGroups is 2, but ${LABEL} has values.redis.cluster true; it must be at least 3. Raise it.`,
        },
    ],
    absent: [
        {
            when: "the values do not say",
            change: (stack) => stack.unsetValue("redis.cluster"),
            at: RELEASE,
            message: `${LABEL}: values.redis.cluster is not set, which means false, but ${CACHE} is in cluster mode. Set it to true, or build the cache without cluster mode.`,
        },
        { when: "the cache is not of this stack", change: (stack) => stack.remove(GROUP, "redis"), passes: true },
    ],
    unknown: [
        {
            when: "the values' word is not known",
            change: (stack) => stack.setValueUnknown("redis.cluster"),
            unchecked: `${LABEL}: values.redis.cluster is not known before the update`,
        },
        {
            when: "the mode is not known",
            change: (stack) => stack.setUnknown(GROUP, "redis", "clusterMode"),
            unchecked: `${CACHE}: clusterMode is not known before the update`,
        },
    ],
    passes: [
        {
            when: "a hand-written program has neither cluster mode nor redis.cluster",
            change: (stack) =>
                stack
                    .set(GROUP, "redis", "clusterMode", "disabled")
                    .set(GROUP, "redis", "numNodeGroups", 1)
                    .setValue("redis.cluster", false),
        },
        {
            when: "a hand-written program says cluster mode by AWS's parameter group",
            change: (stack) =>
                stack
                    .unset(GROUP, "redis", "clusterMode")
                    .set(GROUP, "redis", "parameterGroupName", "default.redis7.cluster.on"),
        },
    ],
};
