import type { ChartValues } from "../../infra/app/chart-values";
import { mergeValues } from "../../infra/app/chart-values";
import { coveringArray, type Row } from "./covering-array";

/** `kaireon:` settings by which a stack differs from large; the chart's values are under `values`. */
export type Settings = Readonly<Record<string, unknown>>;

const secretArn = (name: string) => `arn:aws:secretsmanager:eu-west-1:123456789012:secret:${name}-a1B2c3`;
/** A store that lies elsewhere: its password and where it is. */
const given = (block: string, cidrs = block) => ({
    externalSecrets: { [block]: { secretArn: secretArn(block) } },
    networkPolicy: { storeCidrs: { [cidrs]: ["10.80.0.0/24"] } },
});
const backend = (name: string, more: ChartValues): Settings => ({
    values: mergeValues({ eventbus: { enabled: true, backend: name } }, more),
});
const interactions = (name: string, more: ChartValues = {}): Settings => ({
    values: mergeValues({ interactionStore: { backend: name } }, more),
});

/**
 * Every value of every selector, and what large must be told to have it. The first value of a factor is large's own. A new choice gets a
 * row here: golden graphs, combinations and docs/backends.md follow.
 */
export const FACTORS = {
    "event-bus": {
        "msk-iam": {},
        "msk-scram": { kafka: { authentication: "scram" } },
        "msk-express": { kafka: { brokerInstanceType: "express.m7g.large" } },
        "existing-kafka": backend("kafka", {
            kafka: {
                enabled: true,
                brokers: "b1.kafka.example.net:9094,b2.kafka.example.net:9094",
                authentication: "scram",
            },
            ...given("kafka"),
        }),
        "kinesis-on-demand": { ...backend("kinesis", {}), kinesis: { mode: "on-demand", warmThroughput: true } },
        "kinesis-provisioned": { ...backend("kinesis", {}), kinesis: { mode: "provisioned", enhancedFanOut: true } },
        eventbridge: { values: { eventbus: { enabled: false }, config: { EVENT_PUBLISHER: "eventbridge" } } },
        pulsar: backend("pulsar", {
            pulsar: { enabled: true, serviceUrl: "pulsar+ssl://pulsar.example.net:6651" },
            ...given("pulsar"),
        }),
        redis: { values: { eventbus: { enabled: false } } },
    },
    "interaction-store": {
        "dynamodb-on-demand": {},
        "dynamodb-provisioned": { dynamodb: { billing: "provisioned" } },
        cassandra: interactions("cassandra"),
        scylla: interactions("scylla", {
            scylla: { enabled: true, contactPoints: "scylla.example.net", datacenter: "eu-west" },
            ...given("scylla"),
        }),
        pg: interactions("pg"),
    },
    postgres: {
        "aurora-standard": {},
        "aurora-io-optimized": { postgres: { storage: "ioOptimized" } },
        "aurora-from-snapshot": { postgres: { snapshotIdentifier: "kaireon-large-postgres-2026-11-01" } },
        existing: {
            values: {
                postgres: { external: { host: "db.example.net", readerHost: "db-ro.example.net" } },
                ...given("database", "postgres"),
            },
        },
        "aurora-with-pooler": { values: { postgres: { pooler: { enabled: true } } } },
    },
    redis: {
        "elasticache-valkey": {},
        "elasticache-redis": { redis: { engine: "redis", engineVersion: "7.1" } },
        existing: { values: { redis: { external: { host: "redis.example.net" } }, ...given("redis") } },
    },
    search: {
        domain: {},
        "existing-domain": {
            values: {
                opensearch: { endpoint: "search.example.net", region: "eu-west-1" },
                networkPolicy: { storeCidrs: { opensearch: ["10.80.0.0/24"] } },
            },
        },
        pg: { values: { opensearch: { enabled: false } } },
    },
    stream: {
        off: {},
        on: { values: { stream: { enabled: true }, config: { FLOW_STREAMING_ENABLED: "true" } } },
    },
    mcp: {
        off: {},
        on: { values: { mcp: { dedicated: true } } },
    },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Settings>>>>;

export type Factor = keyof typeof FACTORS;

const factors = Object.entries<Readonly<Record<string, Settings>>>(FACTORS);

/** The factors' values by name. */
export const LEVELS: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
    factors.map(([factor, values]) => [factor, Object.keys(values)]),
);

/** Event buses that the streaming tier cannot read from. */
const WITHOUT_STREAM = ["eventbridge", "redis"];

/** The streaming tier needs Kafka, Kinesis or Pulsar: elsewhere it is off. */
export function withoutImpossible(row: Row): Row {
    const reads = !WITHOUT_STREAM.includes(row["event-bus"] ?? "");
    return reads || row["stream"] !== "on" ? row : { ...row, stream: "off" };
}

/** Settings of large with these values, all at once. */
export function settingsOf(row: Row): Settings {
    return mergeValues(...factors.map(([factor, values]) => values[row[factor] ?? ""] ?? {}));
}

/** Combinations in which every two values meet that can. */
export function combinations(): readonly Row[] {
    return coveringArray(LEVELS, withoutImpossible);
}
