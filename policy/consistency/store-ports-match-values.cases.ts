import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const DATABASE = "aws:rds/cluster:Cluster";
const CACHE = "aws:elasticache/replicationGroup:ReplicationGroup";
const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the values have another port for the cache",
            change: (stack) => stack.setValue("redis.external.port", 6380),
            at: RELEASE,
            message: `${LABEL}: values.redis.external.port is 6380, but redis (${CACHE}) listens on 6379. Set it to 6379, or the store's port to 6380.`,
        },
    ],
    absent: [
        {
            when: "the database moved and the values have no port",
            change: (stack) =>
                stack
                    .set(DATABASE, "postgres", "port", 6432)
                    .set(RULE, "postgres-access-from-pods", "fromPort", 6432)
                    .set(RULE, "postgres-access-from-pods", "toPort", 6432)
                    .unsetValue("postgres.external.port"),
            at: RELEASE,
            message: `${LABEL}: values.postgres.external.port is not set, which means 5432, but postgres (${DATABASE}) listens on 6432. Set it to 6432, or the store's port to 5432.`,
        },
        {
            when: "the chart has other keys",
            change: (stack) => stack.unsetValue("postgres.external").unsetValue("redis.external"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the port in the values is not known",
            change: (stack) => stack.setValueUnknown("redis.external.port"),
            unchecked: `${LABEL}: values.redis.external.port is not known before the update`,
        },
        {
            when: "the store's port is not known",
            change: (stack) => stack.setUnknown(DATABASE, "postgres", "port"),
            unchecked: `postgres (${DATABASE}): port is not known before the update`,
        },
    ],
    passes: [
        { when: "the stack leaves the port to AWS", change: (stack) => stack.unset(DATABASE, "postgres", "port") },
    ],
};
