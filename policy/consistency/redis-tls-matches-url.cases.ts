import type { PolicyCases } from "../../test/policy/cases";

const GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the values speak plain text to a cache that encrypts",
            change: (stack) => stack.setValue("redis.external.tls", false),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.redis.external.tls is false, but redis (aws:elasticache/replicationGroup:ReplicationGroup) has transitEncryptionEnabled true. Make them equal.",
        },
        {
            when: "the values give no password to a cache that asks for one",
            change: (stack) => stack.setValue("externalSecrets.redis.secretArn", ""),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.externalSecrets.redis.secretArn is empty, but redis (aws:elasticache/replicationGroup:ReplicationGroup) has authToken. Give the secret that holds the password.",
        },
        {
            when: "the cache asks for no password and gets one",
            change: (stack) => stack.unset(GROUP, "redis", "authToken"),
            also: {
                "elasticache-replication-group-require-authentication": "it asks every cache for a password by itself",
            },
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.externalSecrets.redis.secretArn gives a password for redis (aws:elasticache/replicationGroup:ReplicationGroup), which has neither authToken nor userGroupIds. Set one, or leave the secret out.",
        },
    ],
    absent: [
        {
            when: "the values do not say how they connect",
            passes: true,
            change: (stack) => stack.unsetValue("redis.external").unsetValue("externalSecrets.redis"),
        },
    ],
    unknown: [
        {
            when: "whether the values speak TLS is not known",
            change: (stack) => stack.setValueUnknown("redis.external.tls"),
            unchecked:
                "kaireon (kubernetes:helm.sh/v3:Release): values.redis.external.tls is not known before the update",
        },
        {
            when: "the cache leaves it to ElastiCache",
            change: (stack) => stack.unset(GROUP, "redis", "transitEncryptionEnabled"),
            unchecked:
                "redis (aws:elasticache/replicationGroup:ReplicationGroup): transitEncryptionEnabled is not set, and ElastiCache decides",
        },
    ],
    passes: [
        {
            when: "the cache takes both while clients are moved",
            change: (stack) =>
                stack.set(GROUP, "redis", "transitEncryptionMode", "preferred").setValue("redis.external.tls", false),
        },
    ],
};
