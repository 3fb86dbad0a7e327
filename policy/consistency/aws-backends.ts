import type { Stack } from "../graph/stack";
import type { TierName } from "../graph/tiers";
import type { View } from "../graph/view";
import { openedBy } from "./selectors";
import type { Selector } from "./settled-selectors";

/** What a tier must be allowed to do: any one of the actions is enough. */
export interface Need {
    readonly tiers: readonly TierName[];
    readonly anyOf: readonly string[];
}

/** A service of AWS that pods call in the name of their role. */
export interface AwsBackend {
    readonly name: string;
    /** What chooses it. */
    readonly selector: Selector;
    /** Begins its actions. */
    readonly prefix: string;
    /** What the stack builds of it. */
    readonly types: readonly string[];
    /** The value that selects it, in words; undefined when another is selected. */
    readonly selectedBy: (values: View) => string | undefined;
    /** Whether pods call it in the name of their role at all, once it is selected. */
    readonly asksRoles: (values: View, stack: Stack) => boolean;
    readonly needs: readonly Need[];
}

const always = () => true;
const PRODUCERS: readonly TierName[] = ["api", "worker", "outboxPublisher"];

/** Who calls what: https://docs.kaireonai.com/deployment/infrastructure-backends, https://docs.kaireonai.com/platform/outbox-publisher */
export const AWS_BACKENDS: readonly AwsBackend[] = [
    {
        name: "DynamoDB",
        selector: "interactionStore",
        prefix: "dynamodb:",
        types: ["aws:dynamodb/table:Table"],
        selectedBy: (values) => interactionStoreIs(values, ["dynamodb"]) ?? openedBy(values, "dynamodb"),
        asksRoles: always,
        needs: [
            { tiers: ["api", "worker"], anyOf: ["dynamodb:PutItem", "dynamodb:BatchWriteItem"] },
            { tiers: ["api", "worker"], anyOf: ["dynamodb:Query"] },
        ],
    },
    {
        name: "Keyspaces",
        selector: "interactionStore",
        prefix: "cassandra:",
        types: ["aws:keyspaces/table:Table", "aws:keyspaces/keyspace:Keyspace"],
        selectedBy: (values) => interactionStoreIs(values, ["cassandra", "keyspaces"]) ?? openedBy(values, "keyspaces"),
        asksRoles: always,
        needs: [
            { tiers: ["api", "worker"], anyOf: ["cassandra:Modify"] },
            { tiers: ["api", "worker"], anyOf: ["cassandra:Select"] },
        ],
    },
    {
        name: "MSK",
        selector: "eventBus",
        prefix: "kafka-cluster:",
        types: ["aws:msk/cluster:Cluster", "aws:msk/serverlessCluster:ServerlessCluster"],
        selectedBy: (values) => publisherIs(values, ["msk", "aws_msk", "kafka", "redpanda"]),
        asksRoles: (values) =>
            publisherIs(values, ["msk", "aws_msk"]) !== undefined || values.text("kafka.authentication") === "iam",
        needs: [
            { tiers: [...PRODUCERS, "stream"], anyOf: ["kafka-cluster:Connect"] },
            { tiers: PRODUCERS, anyOf: ["kafka-cluster:WriteData"] },
            { tiers: ["stream"], anyOf: ["kafka-cluster:ReadData"] },
        ],
    },
    {
        name: "Kinesis",
        selector: "eventBus",
        prefix: "kinesis:",
        types: ["aws:kinesis/stream:Stream"],
        selectedBy: (values) => publisherIs(values, ["kinesis"]),
        asksRoles: always,
        needs: [
            { tiers: PRODUCERS, anyOf: ["kinesis:PutRecord", "kinesis:PutRecords"] },
            { tiers: ["stream"], anyOf: ["kinesis:GetRecords", "kinesis:SubscribeToShard"] },
        ],
    },
    {
        name: "EventBridge",
        selector: "eventBus",
        prefix: "events:",
        types: ["aws:cloudwatch/eventBus:EventBus"],
        selectedBy: (values) => publisherIs(values, ["eventbridge"]),
        asksRoles: always,
        needs: [{ tiers: PRODUCERS, anyOf: ["events:PutEvents"] }],
    },
    {
        name: "OpenSearch",
        selector: "search",
        prefix: "es:",
        types: ["aws:opensearch/domain:Domain"],
        selectedBy: searchIs,
        // With users of its own the domain asks for a password and not for a signature.
        asksRoles: (_, stack) =>
            stack
                .ofType("aws:opensearch/domain:Domain")
                .some(
                    ({ properties }) => properties.flag("advancedSecurityOptions.internalUserDatabaseEnabled") !== true,
                ),
        needs: [
            { tiers: ["api", "worker"], anyOf: ["es:ESHttpPost"] },
            { tiers: ["api", "worker"], anyOf: ["es:ESHttpGet"] },
        ],
    },
];

/** Backends that this release's pods call in the name of their role. */
export function backendsAskingRoles(values: View, stack: Stack): readonly AwsBackend[] {
    return AWS_BACKENDS.filter(
        (backend) => backend.selectedBy(values) !== undefined && backend.asksRoles(values, stack),
    );
}

function interactionStoreIs(values: View, names: readonly string[]): string | undefined {
    const said = values.text("config.INTERACTION_STORE");
    if (said !== undefined && said !== "") return chosen(values, "config.INTERACTION_STORE", names);
    return chosen(values, "interactionStore.backend", names);
}

function publisherIs(values: View, names: readonly string[]): string | undefined {
    const said = values.text("config.EVENT_PUBLISHER");
    if (said !== undefined && said !== "") return chosen(values, "config.EVENT_PUBLISHER", names);
    return values.flag("eventbus.enabled") === true ? chosen(values, "eventbus.backend", names) : undefined;
}

function searchIs(values: View): string | undefined {
    const said = values.text("config.SEARCH_INDEX");
    if (said !== undefined && said !== "") return chosen(values, "config.SEARCH_INDEX", ["opensearch"]);
    return values.flag("opensearch.enabled") === true ? "values.opensearch.enabled is true" : undefined;
}

function chosen(values: View, path: string, names: readonly string[]): string | undefined {
    const place = values.at(path);
    const name = place.text();
    return name !== undefined && names.includes(name) ? `${place.path} is ${name}` : undefined;
}
