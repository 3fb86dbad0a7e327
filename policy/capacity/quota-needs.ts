import { NODE_GROUP } from "../consistency/node-groups";
import { publisherOf } from "../consistency/selectors";
import type { QuotaName } from "../facts/quotas";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { zonesOf } from "../graph/zones";
import { REPLICATION_GROUP, replicasOf, shardsOf } from "./cache";
import { demandOf } from "./demand";
import { BROKERS } from "./kafka-topics";
import { maxNodes } from "./node-pool";
import { vcpusAtMaximum } from "./node-vcpus";
import type { TargetRate } from "./target-rate";

/** What the stack at its maximum takes of a quota. */
export interface QuotaNeed {
    readonly quota: QuotaName;
    readonly need: number;
    /** Goes on after the number: `Elastic IPs`. */
    readonly what: string;
}

/** Reads one need, and throws `CannotTell` when something that decides is unknown. */
export type ReadNeed = () => readonly QuotaNeed[];

const NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";
const EVENTS_PER_DECISION = 4;
/** PutEvents takes as many; an outbox publisher that sends them one by one needs ten times the quota. */
const EVENTS_PER_REQUEST = 10;

/** Each need by itself, so that what cannot be told of one does not hide the others. */
export function quotaNeeds(
    stack: Stack,
    rateOf: (release: Stack["releases"][number]) => TargetRate | undefined,
): readonly ReadNeed[] {
    const total = (quota: QuotaName, type: string, what: string, count: (of: StackResource) => number) => () =>
        some(stack.ofType(type), (all) => ({ quota, need: all.reduce((sum, of) => sum + count(of), 0), what }));
    const largest = (quota: QuotaName, type: string, what: string, count: (of: StackResource) => number) => () =>
        some(stack.ofType(type), (all) => ({ quota, need: Math.max(...all.map(count)), what }));
    const one = () => 1;
    return [
        () =>
            some(stack.ofType(NODE_GROUP), (all) => ({
                quota: "onDemandStandardVcpus",
                need: vcpusAtMaximum(all, stack),
                what: "vCPUs of nodes",
            })),
        total("elasticIps", "aws:ec2/eip:Eip", "Elastic IPs", one),
        total("interfaceEndpointsPerVpc", "aws:ec2/vpcEndpoint:VpcEndpoint", "interface endpoints", (endpoint) =>
            endpoint.properties.text("vpcEndpointType") === "Interface" ? 1 : 0,
        ),
        () =>
            some(stack.ofType(NAT_GATEWAY), (all) => ({
                quota: "natGatewaysPerZone",
                need: mostInOneZone(all, stack),
                what: "NAT gateways in one zone",
            })),
        total("nodeGroupsPerCluster", NODE_GROUP, "node groups", one),
        largest("nodesPerNodeGroup", NODE_GROUP, "nodes in one group", maxNodes),
        largest(
            "publicAccessCidrs",
            "aws:eks/cluster:Cluster",
            "ranges that reach the cluster's endpoint",
            (cluster) => cluster.properties.items("vpcConfig.publicAccessCidrs").length,
        ),
        total("databaseInstances", "aws:rds/clusterInstance:ClusterInstance", "database instances", one),
        largest(
            "cacheNodesPerCluster",
            REPLICATION_GROUP,
            "nodes of a cache",
            (cache) => shardsOf(cache) * (1 + replicasOf(cache)),
        ),
        ...stack.ofType(BROKERS).map((cluster) => () => [brokers(cluster)]),
        largest(
            "searchInstancesPerDomain",
            "aws:opensearch/domain:Domain",
            "instances of a search domain",
            searchInstances,
        ),
        largest("tableWritesPerSecond", "aws:dynamodb/table:Table", "writes a second of a table", (table) =>
            table.gives("warmThroughput") ? (table.properties.number("warmThroughput.writeUnitsPerSecond") ?? 0) : 0,
        ),
        total("kinesisShards", "aws:kinesis/stream:Stream", "shards", (stream) =>
            stream.gives("shardCount") ? (stream.properties.number("shardCount") ?? 1) : 0,
        ),
        ...stack.releases.map((release) => () => {
            const api = release.tier("api");
            const demand = api === undefined ? undefined : demandOf(api);
            const need = demand === undefined ? 0 : demand.maxReplicas + demand.surge;
            return [
                {
                    quota: "targetsPerTargetGroup",
                    need,
                    what: "targets of the api's target group",
                } as const,
            ];
        }),
        ...stack.releases.map((release) => () => {
            const rate = publisherOf(release) === "eventbridge" ? rateOf(release) : undefined;
            const need = Math.ceil(((rate?.decisionsPerSecond ?? 0) * EVENTS_PER_DECISION) / EVENTS_PER_REQUEST);
            return [{ quota: "putEventsPerSecond", need, what: "PutEvents requests a second" } as const];
        }),
    ];
}

function some(all: readonly StackResource[], need: (all: readonly StackResource[]) => QuotaNeed): readonly QuotaNeed[] {
    return all.length === 0 ? [] : [need(all)];
}

function brokers(cluster: StackResource): QuotaNeed {
    const kraft = (cluster.properties.text("kafkaVersion") ?? "").endsWith(".kraft");
    return {
        quota: kraft ? "brokersPerKraftCluster" : "brokersPerZookeeperCluster",
        need: cluster.properties.number("numberOfBrokerNodes") ?? 0,
        what: "brokers of a cluster",
    };
}

function searchInstances(domain: StackResource): number {
    const config = domain.properties.at("clusterConfig");
    const masters = config.flag("dedicatedMasterEnabled") === true ? (config.number("dedicatedMasterCount") ?? 0) : 0;
    return (config.number("instanceCount") ?? 1) + masters;
}

function mostInOneZone(gateways: readonly StackResource[], stack: Stack): number {
    const zones = gateways.flatMap((gateway) => zonesOf(gateway, "subnetId", stack));
    return Math.max(0, ...zones.map((zone) => zones.filter((other) => other === zone).length));
}
