import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the prefix has no braces",
            change: (stack) => stack.setValue("redis.queuePrefix", "kaireon"),
            at: RELEASE,
            message:
                `${LABEL}: values.redis.queuePrefix is "kaireon", but redis (${CACHE}) has 3 shards: the keys of one queue lie on several. ` +
                "Set it to a name in braces, such as {kaireon}.",
        },
    ],
    absent: [
        {
            when: "there is no prefix",
            change: (stack) => stack.unsetValue("redis.queuePrefix"),
            at: RELEASE,
            message:
                `${LABEL}: values.redis.queuePrefix is not set, which means bull, but redis (${CACHE}) has 3 shards: the keys of one queue lie on several. ` +
                "Set it to a name in braces, such as {kaireon}.",
        },
    ],
    unknown: [
        {
            when: "the prefix is not known",
            change: (stack) => stack.setValueUnknown("redis.queuePrefix"),
            unchecked: `${LABEL}: values.redis.queuePrefix is not known before the update`,
        },
    ],
    passes: [
        {
            when: "there is one shard",
            change: (stack) =>
                stack
                    .setValue("redis", { cluster: false, queuePrefix: "bull" })
                    .set(CACHE, "redis", "numNodeGroups", 1),
        },
        {
            when: "only part of the prefix is in braces",
            change: (stack) => stack.setValue("redis.queuePrefix", "bull:{queues}"),
        },
    ],
};
