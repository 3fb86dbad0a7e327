import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import type { TierName } from "../graph/tiers";
import { storeOf } from "./chosen-store";
import { brokersOf, MSK_PORTS, offers, wayToSignIn } from "./kafka-authentication";
import { interactionStoreOf, KAFKA_PUBLISHERS, publisherOf, searchesInOpenSearch } from "./selectors";

/** A store of this stack that pods connect to through security groups. */
export interface ReachedStore {
    /** As the chart's network policies call it. */
    readonly kind: "postgres" | "redis" | "opensearch" | "kafka" | "keyspaces";
    readonly store: StackResource;
    readonly port: number;
    /** The property that refers to its security groups. */
    readonly groups: string;
    /** Tiers whose pods connect to it. */
    readonly tiers: readonly TierName[];
}

const ALL: readonly TierName[] = ["api", "worker", "outboxPublisher", "stream"];

interface Kind {
    readonly kind: ReachedStore["kind"];
    readonly types: readonly string[];
    readonly isSelected: (release: Release, stack: Stack) => boolean;
    readonly port: (store: StackResource, release: Release) => number;
    readonly groups: string;
    readonly tiers: readonly TierName[];
}

const always = () => true;
const given = (property: string, otherwise: number) => (store: StackResource) =>
    store.gives(property) ? (store.properties.number(property) ?? otherwise) : otherwise;

const KINDS: readonly Kind[] = [
    {
        kind: "postgres",
        types: ["aws:rds/cluster:Cluster", "aws:rds/instance:Instance"],
        isSelected: always,
        port: given("port", 5432),
        groups: "vpcSecurityGroupIds",
        tiers: [...ALL, "mlWorker"],
    },
    {
        kind: "redis",
        types: [
            "aws:elasticache/replicationGroup:ReplicationGroup",
            "aws:elasticache/serverlessCache:ServerlessCache",
            "aws:memorydb/cluster:Cluster",
        ],
        isSelected: always,
        port: given("port", 6379),
        groups: "securityGroupIds",
        tiers: ALL,
    },
    {
        kind: "opensearch",
        types: ["aws:opensearch/domain:Domain"],
        isSelected: (release) => searchesInOpenSearch(release) === true,
        port: () => 443,
        groups: "vpcOptions",
        tiers: ["api", "worker"],
    },
    {
        kind: "kafka",
        types: ["aws:msk/cluster:Cluster"],
        isSelected: goesToBrokers,
        port: (_, release) => brokerPort(release),
        groups: "brokerNodeGroupInfo",
        tiers: ALL,
    },
    {
        kind: "kafka",
        types: ["aws:msk/serverlessCluster:ServerlessCluster"],
        isSelected: (release) => KAFKA_PUBLISHERS.includes(publisherOf(release)),
        port: () => 9098,
        groups: "vpcConfigs",
        tiers: ALL,
    },
];

/** The stores of this stack that the release selects. @throws CannotTell as `storeOf` does */
export function reachedStores(release: Release, stack: Stack): readonly (() => ReachedStore | undefined)[] {
    return [
        ...KINDS.map(({ types, isSelected, port, ...kind }) => () => {
            const store = isSelected(release, stack) ? storeOf(release, stack, ...types) : undefined;
            return store === undefined ? undefined : { ...kind, store, port: port(store, release) };
        }),
        () => keyspaces(release, stack),
    ];
}

/** The port of the brokers for the way to sign in. */
export function brokerPort(release: Release): number {
    return release.values.number("kafka.port") ?? MSK_PORTS[wayToSignIn(release) ?? "scram"] ?? 9094;
}

/** Brokers that the values go to, where they offer the way to sign in: without it the port is for nothing. */
function goesToBrokers(release: Release, stack: Stack): boolean {
    if (!KAFKA_PUBLISHERS.includes(publisherOf(release))) return false;
    const brokers = brokersOf(release, stack);
    return brokers !== undefined && offers(brokers, wayToSignIn(release));
}

/** The endpoint through which pods reach Keyspaces; undefined when they do not, or go through AWS's public one. */
export function keyspaces(release: Release, stack: Stack): ReachedStore | undefined {
    if (interactionStoreOf(release) !== "cassandra") return undefined;
    const endpoint = stack.ofType("aws:ec2/vpcEndpoint:VpcEndpoint").find(({ properties }) => {
        const service = properties.at("serviceName");
        return service.state === "known" && /\.cassandra(-fips)?$/.test(service.text() ?? "");
    });
    if (endpoint === undefined) return undefined;
    return { kind: "keyspaces", store: endpoint, port: 9142, groups: "securityGroupIds", tiers: ["api", "worker"] };
}
