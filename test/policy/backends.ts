import { recordedWith, type Settings } from "./record-preview";
import type { Recorded } from "./recorded";

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

const ENDPOINT_OF_KEYSPACES = {
    "keyspaces-clients-see-the-endpoint": "the roles' documents name the table, whose ARN only the update makes",
};

/**
 * Every value of every selector at least once, in as few previews as hold them. Large itself has MSK with IAM, DynamoDB on demand,
 * Aurora, ElastiCache and a domain.
 */
export const BACKEND_STACKS = {
    large: { settings: {} },
    mskScram: {
        settings: {
            kafka: { authentication: "scram" },
            dynamodb: { billing: "provisioned" },
            redis: { engine: "redis", engineVersion: "7.1" },
            postgres: { storage: "ioOptimized" },
            values: { opensearch: { enabled: false } },
        },
        unchecked: { "secretsmanager-secret-disallow-public-policy": "the secret's policy names the secret" },
    },
    mskExpress: {
        settings: {
            kafka: { brokerInstanceType: "express.m7g.large" },
            values: { interactionStore: { backend: "pg" }, postgres: { pooler: { enabled: true } } },
        },
    },
    kinesis: {
        settings: {
            values: {
                eventbus: { backend: "kinesis" },
                interactionStore: { backend: "cassandra" },
                mcp: { dedicated: true },
            },
        },
        unchecked: ENDPOINT_OF_KEYSPACES,
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
        unchecked: ENDPOINT_OF_KEYSPACES,
    },
    eventBridge: {
        settings: {
            postgres: { snapshotIdentifier: "kaireon-before-the-move" },
            values: { eventbus: { enabled: false }, config: { EVENT_PUBLISHER: "eventbridge" } },
        },
        unchecked: {
            "eventbridge-bus-disallow-public-policy": "the bus's policy names the bus and the roles",
            "sqs-queue-disallow-public-policy": "the queue's policy names the queue and the bus",
        },
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

/** Records the stacks, two at a time. */
export async function recordBackends(): Promise<ReadonlyMap<BackendName, Recorded>> {
    const names = Object.keys(BACKEND_STACKS) as BackendName[];
    const recorded = new Map<BackendName, Recorded>();
    const waiting = [...names];
    const work = async () => {
        for (let name = waiting.shift(); name !== undefined; name = waiting.shift())
            recorded.set(name, await recordedWith(BACKEND_STACKS[name].settings));
    };
    await Promise.all([work(), work()]);
    return recorded;
}
