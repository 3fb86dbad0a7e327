import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const OTHERS = ["search", "kafka", "interactions", "secrets", "redis-auth", "redis"];

export const cases: PolicyCases = {
    violations: [
        {
            when: "the chart brings a Redis of its own",
            change: (stack) => stack.setValue("redis.mode", "standalone"),
            at: RELEASE,
            message:
                `${LABEL}: values.redis.mode is standalone, but the stack builds redis (aws:elasticache/replicationGroup:ReplicationGroup). ` +
                "Set it to external and give the store's address.",
        },
        {
            when: "the external database has no host",
            change: (stack) =>
                stack
                    .setValue("postgres.external.host", "")
                    .setSources("kubernetes:helm.sh/v3:Release", "kaireon", "values", OTHERS)
                    .setValue("postgres.external.readerHost", "readers.internal")
                    .removeAll("aws:rds/clusterInstance:ClusterInstance")
                    .remove("aws:rds/cluster:Cluster"),
            at: RELEASE,
            message: `${LABEL}: values.postgres.mode is external, but values.postgres.external.host is "". Give the address of a store.`,
        },
    ],
    absent: [
        {
            when: "the values leave the modes to the chart",
            change: (stack) => stack.unsetValue("postgres.mode").unsetValue("redis.mode"),
            passes: true,
        },
        {
            when: "the chart has other keys for the address",
            change: (stack) => stack.unsetValue("postgres.external"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the mode is not known",
            change: (stack) => stack.setValueUnknown("redis.mode"),
            unchecked: `${LABEL}: values.redis.mode is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the database is elsewhere",
            change: (stack) =>
                stack
                    .removeAll("aws:rds/clusterInstance:ClusterInstance")
                    .remove("aws:rds/cluster:Cluster")
                    .setValue("postgres.external.host", "db.internal"),
        },
    ],
};
