import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import { interactionStoreOf, KAFKA_PUBLISHERS, publisherOf, searchesInOpenSearch } from "./selectors";

/** A store that the values give by its address. */
export interface GivenStore {
    /** As the chart's network policies call it. */
    readonly kind: string;
    /** For messages: `a database`. */
    readonly noun: string;
    /** Where its address stands, below `values`. */
    readonly address: string;
    /** Where the ARN of the secret with its credentials stands; undefined where pods sign in without one. */
    readonly secret: string | undefined;
}

interface Kind extends Omit<GivenStore, "secret"> {
    /** What the stack would build in its place. */
    readonly types: readonly string[];
    readonly isSelected: (release: Release) => boolean;
    readonly secret: (release: Release) => string | undefined;
}

const WITH_PASSWORD: readonly string[] = ["scram", "plain"];

const KINDS: readonly Kind[] = [
    {
        kind: "postgres",
        noun: "a database",
        address: "postgres.external.host",
        types: ["aws:rds/cluster:Cluster", "aws:rds/instance:Instance"],
        isSelected: ({ values }) => values.text("postgres.mode") === "external",
        secret: () => "externalSecrets.database.secretArn",
    },
    {
        kind: "redis",
        noun: "a Redis",
        address: "redis.external.host",
        types: [
            "aws:elasticache/replicationGroup:ReplicationGroup",
            "aws:elasticache/serverlessCache:ServerlessCache",
            "aws:memorydb/cluster:Cluster",
        ],
        isSelected: ({ values }) => values.text("redis.mode") === "external",
        secret: () => "externalSecrets.redis.secretArn",
    },
    {
        kind: "opensearch",
        noun: "a domain",
        address: "opensearch.endpoint",
        types: ["aws:opensearch/domain:Domain", "aws:opensearch/serverlessCollection:ServerlessCollection"],
        isSelected: (release) => searchesInOpenSearch(release) === true,
        secret: () => undefined,
    },
    {
        kind: "kafka",
        noun: "brokers",
        address: "kafka.brokers",
        types: ["aws:msk/cluster:Cluster", "aws:msk/serverlessCluster:ServerlessCluster"],
        isSelected: (release) => KAFKA_PUBLISHERS.includes(publisherOf(release)),
        secret: ({ values }) => {
            const way = values.text("kafka.authentication") ?? "";
            return WITH_PASSWORD.includes(way) ? "externalSecrets.kafka.secretArn" : undefined;
        },
    },
    {
        kind: "pulsar",
        noun: "brokers",
        address: "pulsar.serviceUrl",
        types: [],
        isSelected: (release) => publisherOf(release) === "pulsar",
        secret: () => "externalSecrets.pulsar.secretArn",
    },
    {
        kind: "scylla",
        noun: "nodes",
        address: "scylla.contactPoints",
        types: [],
        isSelected: (release) => interactionStoreOf(release) === "scylla",
        secret: () => "externalSecrets.scylla.secretArn",
    },
];

/** Finds each store that the release selects, that its values give an address of, and that the stack does not build. */
export function givenStores(release: Release, stack: Stack): readonly (() => GivenStore | undefined)[] {
    return KINDS.map(({ types, isSelected, secret, ...store }) => () => {
        const address = release.values.at(store.address);
        if (!address.exists || address.shown() === '""' || stack.ofType(...types).length > 0) return undefined;
        return isSelected(release) ? { ...store, secret: secret(release) } : undefined;
    });
}
