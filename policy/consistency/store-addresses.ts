import type { Release } from "../graph/release";
import type { StackResource } from "../graph/stack-resource";

/** Where the chart takes a store's address from, and which output of the store belongs there. */
export interface StoreAddress {
    /** Below `values`. */
    readonly place: string;
    readonly types: readonly string[];
    readonly output: (store: StackResource, release: Release) => string;
}

const DATABASES = ["aws:rds/cluster:Cluster", "aws:rds/instance:Instance"];

export const STORE_ADDRESSES: readonly StoreAddress[] = [
    {
        place: "postgres.external.host",
        types: DATABASES,
        output: ({ type }) => (type === "aws:rds/cluster:Cluster" ? "endpoint" : "address"),
    },
    { place: "postgres.external.readerHost", types: ["aws:rds/cluster:Cluster"], output: () => "readerEndpoint" },
    {
        place: "redis.external.host",
        types: ["aws:elasticache/replicationGroup:ReplicationGroup"],
        // A cache in cluster mode has no primary: only this endpoint tells clients of all shards.
        output: (_, { values }) =>
            values.flag("redis.cluster") === true ? "configurationEndpointAddress" : "primaryEndpointAddress",
    },
    { place: "opensearch.endpoint", types: ["aws:opensearch/domain:Domain"], output: () => "endpoint" },
    {
        place: "kafka.brokers",
        types: ["aws:msk/cluster:Cluster"],
        output: (_, { values }) => {
            const way = values.text("kafka.authentication") ?? "iam";
            if (way === "iam") return "bootstrapBrokersSaslIam";
            return way === "scram" ? "bootstrapBrokersSaslScram" : "bootstrapBrokersTls";
        },
    },
];
