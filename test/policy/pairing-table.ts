import type { BackendName } from "./backends";
import type { CHOICES, Selector } from "./pairings";

type Choice<S extends Selector> = keyof (typeof CHOICES)[S];

/** A stack, and what the pack makes of each choice that the values of one selector could be changed to. */
export interface Pairings<C = string> {
    readonly built: BackendName;
    /** Choices that what is built answers to, or for which nothing must be built. */
    readonly right: readonly C[];
    /**
     * The policies that speak of each of the others: the right one alone, "no-store-without-selector" (an advice) beside it where a store
     * is left over, and "roles-match-selected-backends" where nothing is missing and the roles still name what is left over.
     */
    readonly saidBy: Readonly<Record<string, readonly C[]>>;
}

export const PAIRINGS: { readonly [S in Selector]: readonly Pairings<Choice<S>>[] } = {
    eventBus: [
        {
            built: "large",
            right: ["MSK with IAM", "the alias kafka", "the variable msk"],
            saidBy: {
                "kafka-authentication-matches-broker": [
                    "MSK with SCRAM",
                    "the variable kafka",
                    "the variable redpanda",
                ],
                "addresses-are-the-stores-own": ["Redpanda"],
                "event-bus-selector-matches-broker + no-store-without-selector": ["Kinesis", "Pulsar"],
                "eventbridge-publisher-has-bus + no-store-without-selector": ["EventBridge"],
                "no-store-without-selector + roles-match-selected-backends": ["Redis"],
                "event-bus-selector-matches-broker": [
                    "the alias off",
                    "the alias kinesis",
                    "the alias pulsar",
                    "the variable redis",
                    "the variable kinesis",
                    "the variable eventbridge",
                    "the variable pulsar",
                ],
            },
        },
        {
            built: "mskScram",
            right: ["MSK with SCRAM", "the alias kafka", "the variable kafka", "the variable redpanda"],
            saidBy: {
                "kafka-authentication-matches-broker": ["MSK with IAM", "the variable msk"],
                "addresses-are-the-stores-own": ["Redpanda"],
                "event-bus-selector-matches-broker + no-store-without-selector": ["Kinesis", "Pulsar"],
                "eventbridge-publisher-has-bus + no-store-without-selector": ["EventBridge"],
                "no-store-without-selector": ["Redis"],
                "event-bus-selector-matches-broker": [
                    "the alias off",
                    "the alias kinesis",
                    "the alias pulsar",
                    "the variable redis",
                    "the variable kinesis",
                    "the variable eventbridge",
                    "the variable pulsar",
                ],
            },
        },
        {
            built: "kinesis",
            right: ["Kinesis", "the alias kinesis", "the variable kinesis"],
            saidBy: {
                "event-bus-selector-matches-broker + no-store-without-selector": [
                    "MSK with IAM",
                    "MSK with SCRAM",
                    "Pulsar",
                ],
                "event-bus-block-is-enabled + no-store-without-selector + roles-match-selected-backends": ["Redpanda"],
                "eventbridge-publisher-has-bus + no-store-without-selector": ["EventBridge"],
                "no-store-without-selector + roles-match-selected-backends": ["Redis"],
                "event-bus-selector-matches-broker": [
                    "the alias off",
                    "the alias kafka",
                    "the alias pulsar",
                    "the variable redis",
                    "the variable kafka",
                    "the variable redpanda",
                    "the variable msk",
                    "the variable eventbridge",
                    "the variable pulsar",
                ],
            },
        },
        {
            built: "eventBridge",
            right: ["EventBridge", "the alias off", "the variable eventbridge"],
            saidBy: {
                "event-bus-selector-matches-broker + no-store-without-selector": [
                    "MSK with IAM",
                    "MSK with SCRAM",
                    "Kinesis",
                    "Pulsar",
                    "the variable kafka",
                    "the variable redpanda",
                    "the variable msk",
                    "the variable kinesis",
                    "the variable pulsar",
                ],
                "event-bus-block-is-enabled + no-store-without-selector + roles-match-selected-backends": ["Redpanda"],
                "no-store-without-selector + roles-match-selected-backends": ["Redis", "the variable redis"],
                "event-bus-selector-matches-broker": ["the alias kafka", "the alias kinesis", "the alias pulsar"],
            },
        },
        {
            built: "redisPubSub",
            right: ["Redis", "the alias off", "the variable redis"],
            saidBy: {
                "event-bus-selector-matches-broker": [
                    "MSK with IAM",
                    "MSK with SCRAM",
                    "Kinesis",
                    "Pulsar",
                    "the alias kafka",
                    "the alias kinesis",
                    "the alias pulsar",
                    "the variable kafka",
                    "the variable redpanda",
                    "the variable msk",
                    "the variable kinesis",
                    "the variable pulsar",
                ],
                "event-bus-block-is-enabled": ["Redpanda"],
                "eventbridge-publisher-has-bus": ["EventBridge", "the variable eventbridge"],
            },
        },
        {
            built: "existingKafka",
            right: [
                "MSK with SCRAM",
                "Redpanda",
                "Redis",
                "the alias kafka",
                "the variable kafka",
                "the variable redpanda",
            ],
            saidBy: {
                "roles-match-selected-backends": ["MSK with IAM"],
                "event-bus-selector-matches-broker": [
                    "Kinesis",
                    "Pulsar",
                    "the alias off",
                    "the alias kinesis",
                    "the alias pulsar",
                    "the variable redis",
                    "the variable kinesis",
                    "the variable eventbridge",
                    "the variable pulsar",
                ],
                "eventbridge-publisher-has-bus": ["EventBridge"],
                "kafka-authentication-matches-broker": ["the variable msk"],
            },
        },
        {
            built: "pulsar",
            right: ["Pulsar", "Redis", "the alias pulsar", "the variable pulsar"],
            saidBy: {
                "event-bus-selector-matches-broker": [
                    "MSK with IAM",
                    "MSK with SCRAM",
                    "Kinesis",
                    "the alias off",
                    "the alias kafka",
                    "the alias kinesis",
                    "the variable redis",
                    "the variable kafka",
                    "the variable redpanda",
                    "the variable msk",
                    "the variable kinesis",
                    "the variable eventbridge",
                ],
                "event-bus-block-is-enabled": ["Redpanda"],
                "eventbridge-publisher-has-bus": ["EventBridge"],
            },
        },
    ],
    interactionStore: [
        {
            built: "large",
            right: ["DynamoDB", "PostgreSQL, the other one kept", "the alias dynamodb", "the variable dynamodb"],
            saidBy: {
                "interaction-store-selector-matches-store + no-store-without-selector": ["Keyspaces", "Scylla"],
                "no-store-without-selector + roles-match-selected-backends": ["PostgreSQL"],
                "interaction-store-selector-matches-store": [
                    "the alias cassandra",
                    "the alias pg",
                    "the alias scylla",
                    "the variable cassandra",
                    "the variable pg",
                    "the variable scylla",
                ],
            },
        },
        {
            built: "kinesis",
            right: ["Keyspaces", "PostgreSQL, the other one kept", "the alias cassandra", "the variable cassandra"],
            saidBy: {
                "interaction-store-selector-matches-store + no-store-without-selector": ["DynamoDB", "Scylla"],
                "no-store-without-selector + roles-match-selected-backends": ["PostgreSQL"],
                "interaction-store-selector-matches-store": [
                    "the alias dynamodb",
                    "the alias pg",
                    "the alias scylla",
                    "the variable dynamodb",
                    "the variable pg",
                    "the variable scylla",
                ],
            },
        },
        {
            built: "redisPubSub",
            right: ["PostgreSQL", "PostgreSQL, the other one kept", "the alias pg", "the variable pg"],
            saidBy: {
                "interaction-store-selector-matches-store": [
                    "DynamoDB",
                    "Keyspaces",
                    "Scylla",
                    "the alias dynamodb",
                    "the alias cassandra",
                    "the alias scylla",
                    "the variable dynamodb",
                    "the variable cassandra",
                    "the variable scylla",
                ],
            },
        },
        {
            built: "existingKafka",
            right: [
                "PostgreSQL",
                "Scylla",
                "PostgreSQL, the other one kept",
                "the alias scylla",
                "the variable scylla",
            ],
            saidBy: {
                "interaction-store-selector-matches-store": [
                    "DynamoDB",
                    "Keyspaces",
                    "the alias dynamodb",
                    "the alias cassandra",
                    "the alias pg",
                    "the variable dynamodb",
                    "the variable cassandra",
                    "the variable pg",
                ],
            },
        },
    ],
    postgres: [
        {
            built: "large",
            right: [],
            saidBy: {
                "addresses-are-the-stores-own": ["a database that is given"],
                "external-mode-has-a-store": ["no address", "one inside the cluster"],
            },
        },
        {
            built: "pulsar",
            right: ["a database that is given"],
            saidBy: {
                "external-mode-has-a-store": ["no address", "one inside the cluster"],
            },
        },
    ],
    redis: [
        {
            built: "large",
            right: [],
            saidBy: {
                "addresses-are-the-stores-own": ["a cache that is given"],
                "external-mode-has-a-store": ["no address", "one inside the cluster"],
                "redis-cluster-mode-matches-cache": ["no cluster mode"],
            },
        },
        {
            built: "existingKafka",
            right: ["a cache that is given", "no cluster mode"],
            saidBy: {
                "external-mode-has-a-store": ["no address", "one inside the cluster"],
            },
        },
    ],
    search: [
        {
            built: "large",
            right: ["a domain", "the alias on", "the variable opensearch"],
            saidBy: {
                "addresses-are-the-stores-own": ["a domain that is given"],
                "search-selector-matches-domain": ["no address", "the alias off", "the variable pg"],
                "no-store-without-selector + roles-match-selected-backends": ["PostgreSQL"],
            },
        },
        {
            built: "redisPubSub",
            right: ["no address", "PostgreSQL", "the alias off", "the variable pg"],
            saidBy: {
                "search-selector-matches-domain": ["a domain", "the alias on", "the variable opensearch"],
                "unmanaged-backend-is-stated": ["a domain that is given"],
            },
        },
        {
            built: "pulsar",
            right: ["a domain", "a domain that is given", "PostgreSQL", "the alias on", "the variable opensearch"],
            saidBy: {
                "search-selector-matches-domain": ["no address", "the alias off", "the variable pg"],
            },
        },
    ],
};
