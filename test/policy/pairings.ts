import type { StackFixture } from "./stack-fixture";

type Values = Readonly<Record<string, unknown>>;

/** What a hand sets in the values, and nothing else: the selectors of another choice, and the address where it is given. */
export type Choices = Readonly<Record<string, Values>>;

const ARN = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:given-AbCdEf";

/** A store that is there already, whole: address, secret and ranges. */
function given(address: Values, block: string): Values {
    return {
        ...address,
        [`networkPolicy.storeCidrs.${block}`]: ["10.9.0.0/24"],
        [`externalSecrets.${block}.secretArn`]: ARN,
    };
}

function bus(backend: string, publisher: string, more: Values = {}): Values {
    return { "eventbus.enabled": true, "eventbus.backend": backend, "config.EVENT_PUBLISHER": publisher, ...more };
}

/** With the way to any other store closed. */
function store(name: string, more: Values = {}): Values {
    const others = ["dynamodb", "keyspaces", "scylla"].filter((block) => block !== (BLOCKS[name] ?? name));
    return { ...kept(name), ...Object.fromEntries(others.map((block) => [`${block}.enabled`, false])), ...more };
}

const BLOCKS: Readonly<Record<string, string>> = { cassandra: "keyspaces" };

/** The way to the store before stays open. */
function kept(name: string): Values {
    return { "interactionStore.backend": name, "config.INTERACTION_STORE": name };
}

const BROKERS = { "kafka.brokers": "redpanda.internal:9092", "kafka.authentication": "scram" };

/** Every choice of every selector, then the alias alone, then the variable alone. */
export const CHOICES = {
    eventBus: {
        "MSK with IAM": bus("kafka", "msk", { "kafka.authentication": "iam" }),
        "MSK with SCRAM": bus("kafka", "kafka", { "kafka.authentication": "scram" }),
        Redpanda: bus("kafka", "redpanda", given(BROKERS, "kafka")),
        Kinesis: bus("kinesis", "kinesis"),
        EventBridge: { "eventbus.enabled": false, "config.EVENT_PUBLISHER": "eventbridge" },
        Pulsar: bus("pulsar", "pulsar"),
        Redis: { "eventbus.enabled": false, "config.EVENT_PUBLISHER": "redis" },
        "the alias off": { "eventbus.enabled": false },
        "the alias kafka": { "eventbus.enabled": true, "eventbus.backend": "kafka" },
        "the alias kinesis": { "eventbus.enabled": true, "eventbus.backend": "kinesis" },
        "the alias pulsar": { "eventbus.enabled": true, "eventbus.backend": "pulsar" },
        "the variable redis": { "config.EVENT_PUBLISHER": "redis" },
        "the variable kafka": { "config.EVENT_PUBLISHER": "kafka" },
        "the variable redpanda": { "config.EVENT_PUBLISHER": "redpanda" },
        "the variable msk": { "config.EVENT_PUBLISHER": "msk" },
        "the variable kinesis": { "config.EVENT_PUBLISHER": "kinesis" },
        "the variable eventbridge": { "config.EVENT_PUBLISHER": "eventbridge" },
        "the variable pulsar": { "config.EVENT_PUBLISHER": "pulsar" },
    },
    interactionStore: {
        DynamoDB: store("dynamodb"),
        Keyspaces: store("cassandra"),
        PostgreSQL: store("pg"),
        Scylla: store("scylla", given({ "scylla.contactPoints": "scylla.internal" }, "scylla")),
        "PostgreSQL, the other one kept": kept("pg"),
        "the alias dynamodb": { "interactionStore.backend": "dynamodb" },
        "the alias cassandra": { "interactionStore.backend": "cassandra" },
        "the alias pg": { "interactionStore.backend": "pg" },
        "the alias scylla": { "interactionStore.backend": "scylla" },
        "the variable dynamodb": { "config.INTERACTION_STORE": "dynamodb" },
        "the variable cassandra": { "config.INTERACTION_STORE": "cassandra" },
        "the variable pg": { "config.INTERACTION_STORE": "pg" },
        "the variable scylla": { "config.INTERACTION_STORE": "scylla" },
    },
    postgres: {
        "a database that is given": { "postgres.external.host": "other-db.internal" },
        "no address": { "postgres.external.host": "" },
        "one inside the cluster": { "postgres.mode": "standalone" },
    },
    redis: {
        "a cache that is given": { "redis.external.host": "other-cache.internal" },
        "no address": { "redis.external.host": "" },
        "one inside the cluster": { "redis.mode": "standalone" },
        "no cluster mode": { "redis.cluster": false },
    },
    search: {
        "a domain": { "opensearch.enabled": true, "config.SEARCH_INDEX": "opensearch" },
        "a domain that is given": {
            "opensearch.enabled": true,
            "config.SEARCH_INDEX": "opensearch",
            "opensearch.endpoint": "other-search.internal",
        },
        "no address": { "opensearch.endpoint": "" },
        PostgreSQL: { "opensearch.enabled": false, "config.SEARCH_INDEX": "pg" },
        "the alias on": { "opensearch.enabled": true },
        "the alias off": { "opensearch.enabled": false },
        "the variable opensearch": { "config.SEARCH_INDEX": "opensearch" },
        "the variable pg": { "config.SEARCH_INDEX": "pg" },
    },
} as const satisfies Readonly<Record<string, Choices>>;

export type Selector = keyof typeof CHOICES;

/** Makes the values say another choice. */
export function choose(stack: StackFixture, values: Values): StackFixture {
    for (const [path, value] of Object.entries(values)) stack.setValue(path, value);
    return stack;
}
