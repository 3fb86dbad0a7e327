import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const DATABASE = "aws:rds/cluster:Cluster";

/** Addresses that the update has made known. */
const known = (stack: StackFixture) =>
    stack
        .set(DATABASE, "postgres", "endpoint", "pg.cluster-a.eu-west-1.rds.amazonaws.com")
        .set(DATABASE, "postgres", "readerEndpoint", "pg.cluster-ro-a.eu-west-1.rds.amazonaws.com")
        .setValue("postgres.external.host", "pg.cluster-a.eu-west-1.rds.amazonaws.com")
        .setValue("postgres.external.readerHost", "pg.cluster-ro-a.eu-west-1.rds.amazonaws.com");

const LATER = [
    "values.redis.external.host is configurationEndpointAddress of redis",
    "values.opensearch.endpoint is endpoint of search",
    "values.kafka.brokers is bootstrapBrokersSaslIam of kafka",
];
const notYet = (...parts: readonly string[]) => `whether ${parts.join(", ")} is not known before the update`;
const IN_LARGE = notYet(
    "values.postgres.external.host is endpoint of postgres",
    "values.postgres.external.readerHost is readerEndpoint of postgres",
    ...LATER,
);

export const cases: PolicyCases = {
    violations: [
        {
            when: "writes go to the readers",
            change: (stack) =>
                known(stack).setValue("postgres.external.host", "pg.cluster-ro-a.eu-west-1.rds.amazonaws.com"),
            at: RELEASE,
            message: `${LABEL}: values.postgres.external.host is readerEndpoint of postgres (${DATABASE}), but it must be its endpoint. Give it endpoint.`,
            also: { "reader-endpoint-takes-reads": "both places then hold the same host" },
        },
        {
            when: "pods use another cache than the one that is built",
            change: (stack) => stack.setValue("redis.external.host", "old-cache.internal"),
            at: RELEASE,
            message:
                `${LABEL}: values.redis.external.host is "old-cache.internal", but the stack builds redis (aws:elasticache/replicationGroup:ReplicationGroup), ` +
                "whose configurationEndpointAddress it is not. Give it configurationEndpointAddress, or take the store out.",
        },
    ],
    absent: [
        {
            when: "no address is in the values, as where a secret holds it",
            change: (stack) =>
                stack
                    .unsetValue("postgres.external")
                    .unsetValue("redis.external")
                    .unsetValue("opensearch.endpoint")
                    .unsetValue("kafka.brokers"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the database's addresses are known and the others are not",
            change: known,
            unchecked: notYet(...LATER),
        },
    ],
    uncheckedInLarge: [IN_LARGE],
    passes: [
        {
            when: "the stores are elsewhere",
            change: (stack) =>
                stack
                    .removeAll("aws:rds/clusterInstance:ClusterInstance")
                    .remove(DATABASE)
                    .remove("aws:elasticache/replicationGroup:ReplicationGroup", "redis")
                    .removeAll("aws:opensearch/domain:Domain")
                    .remove("aws:msk/cluster:Cluster", "kafka")
                    .setValue("postgres.external.host", "db.internal"),
        },
    ],
};
