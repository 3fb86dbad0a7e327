import type { Settings } from "./record-preview";

/** A stack like large with another choice of stores: its settings, and what its preview leaves unknown beside what large's does. */
export interface BackendStack {
    readonly settings: Settings;
    /** Policies that cannot check it in a preview and can check large, each with the reason. */
    readonly unchecked?: Readonly<Record<string, string>>;
}

type Values = Readonly<Record<string, unknown>>;

const GIVEN = {
    /** A Redpanda, or a Kafka, that others run. */
    kafka: {
        eventbus: { enabled: true, backend: "kafka" },
        config: { EVENT_PUBLISHER: "redpanda" },
        kafka: { brokers: "redpanda.internal:9092", authentication: "scram" },
    },
    pulsar: { eventbus: { backend: "pulsar" }, pulsar: { serviceUrl: "pulsar+ssl://pulsar.internal:6651" } },
    scylla: {
        interactionStore: { backend: "scylla" },
        scylla: { contactPoints: "scylla-1.internal,scylla-2.internal", datacenter: "eu-west-1" },
    },
    postgres: { postgres: { external: { host: "db.internal", readerHost: "db-read.internal" } } },
    redis: { redis: { external: { host: "cache.internal" } } },
    opensearch: { opensearch: { endpoint: "search.internal" } },
} as const satisfies Readonly<Record<string, Values>>;

type Given = keyof typeof GIVEN;

/** The values of stores that are there already, with their ranges and their secrets. */
function given(...stores: readonly Given[]): Values {
    const secretOf = (store: Given) => (store === "postgres" ? "database" : store);
    const secretArn = (name: string) => `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${name}-AbCdEf`;
    const withSecret = stores.filter((store) => store !== "opensearch").map(secretOf);
    return {
        ...Object.assign({}, ...stores.map((store) => GIVEN[store])),
        networkPolicy: { storeCidrs: Object.fromEntries(stores.map((store) => [store, ["10.9.0.0/24"]])) },
        externalSecrets: Object.fromEntries(withSecret.map((name) => [name, { secretArn: secretArn(name) }])),
    };
}

const SCRAM = {
    kafka: { authentication: "scram" },
};

/**
 * Every value of every selector at least once, in as few previews as hold them: large itself has MSK with IAM, DynamoDB on demand,
 * Aurora, ElastiCache and a domain.
 */
export const BACKEND_STACKS = {
    large: { settings: {} },
    mskScram: {
        settings: {
            ...SCRAM,
            dynamodb: { billing: "provisioned" },
            values: { opensearch: { enabled: false } },
        },
    },
    mskExpress: {
        settings: {
            kafka: { brokerInstanceType: "express.m7g.large" },
            values: { interactionStore: { backend: "pg" }, postgres: { pooler: { enabled: true } } },
        },
    },
    kinesis: {
        settings: { values: { eventbus: { backend: "kinesis" }, interactionStore: { backend: "cassandra" } } },
    },
    kinesisOnDemand: {
        settings: {
            kinesis: { mode: "on-demand", warmThroughput: true, enhancedFanOut: true },
            keyspaces: { billing: "provisioned" },
            values: {
                eventbus: { backend: "kinesis" },
                interactionStore: { backend: "cassandra" },
                stream: { enabled: true },
                config: { FLOW_STREAMING_ENABLED: "true" },
            },
        },
    },
    eventBridge: {
        settings: { values: { eventbus: { enabled: false }, config: { EVENT_PUBLISHER: "eventbridge" } } },
    },
    redisPubSub: {
        settings: {
            values: {
                eventbus: { enabled: false },
                interactionStore: { backend: "pg" },
                opensearch: { enabled: false },
            },
        },
    },
    existingKafka: { settings: { values: given("kafka", "scylla", "redis") } },
    pulsar: { settings: { values: given("pulsar", "postgres", "opensearch") } },
} as const satisfies Readonly<Record<string, BackendStack>>;

export type BackendName = keyof typeof BACKEND_STACKS;
