import { readFileSync } from "node:fs";
import { join } from "node:path";
import { policyConfigName } from "../../offline/policy-config";
import { projectRoot } from "../../offline/project";
import { policies } from "../../policy/policies";
import { type Relaxation, relaxations } from "../../policy/relaxations";
import type { StackConfig } from "../../stacks/config";
import type { GoldenResource } from "./golden-graph";
import { code, count, document, heading, table } from "./markdown";
import { vcpus } from "./node-sections";

/** A committed stack, with its recorded graph. */
export interface Committed {
    readonly stack: string;
    readonly config: StackConfig;
    readonly graph: readonly GoldenResource[];
}

/** A line of the comparison: what, and how much of it a stack has. */
type Row = readonly [what: string, of: (committed: Committed) => string];

const ROWS: readonly Row[] = [
    ["decisions a second that it is sized for", ({ config }) => count(config.target.decisionsPerSecond)],
    ["nodes, at first and at most", ({ config }) => between(config.size.pools.map(nodesOf))],
    ["their vCPUs", ({ config }) => between([vcpus(config.size.pools)])],
    ["their types", ({ config }) => list(config.size.pools.map((pool) => pool.instanceType))],
    ["nodes to spare for a lost zone", ({ config }) => yesNo(config.nodes.surviveZoneLoss)],
    ["pods at first and at most: api", ({ config }) => podsOf(config, "api")],
    ["worker", ({ config }) => podsOf(config, "worker")],
    ["mlWorker", ({ config }) => podsOf(config, "mlWorker")],
    ["outboxPublisher", ({ config }) => podsOf(config, "outboxPublisher")],
    ["NAT gateways", ({ graph }) => number(graph, "aws:ec2/natGateway:NatGateway")],
    ["interface endpoints, each in three zones", ({ graph }) => count(interfaceEndpoints(graph))],
    [
        "Aurora instances",
        (one) =>
            `${number(one.graph, "aws:rds/clusterInstance:ClusterInstance")} × ${code(one.config.postgres.instanceClass)}`,
    ],
    ["Redis nodes", ({ config }) => `${config.size.redis.nodes} × ${code(config.redis.nodeType)}`],
    ["copies of each shard", ({ config }) => count(config.redis.replicasPerShard)],
    ["search data nodes", ({ config: { search } }) => `${search.dataNodes} × ${code(search.dataInstanceType)}`],
    ["dedicated search masters", ({ config }) => count(config.size.searchMasters)],
    ["brokers", ({ config }) => `${config.size.kafka.brokers} × ${code(config.kafka.brokerInstanceType)}`],
    ["disk of a broker, at first and at most", ({ graph }) => brokerDisk(graph)],
    ["days that logs are kept", ({ config }) => count(config.cluster.logRetentionDays)],
    ["days that backups are kept", ({ config }) => count(config.postgres.backupRetentionDays)],
    ["refuses to be destroyed", ({ config }) => yesNo(config.protect)],
];

/** docs/trial.md: what the smallest stack has less of, and which policies it is let off. */
export function trialDocument(large: Committed, trial: Committed): string {
    return document(
        heading(`What \`${trial.stack}\` is, beside \`${large.stack}\``),
        `\`Pulumi.${trial.stack}.yaml\` has every part of \`${large.stack}\` at the smallest size, for a sandbox account. Its chart's values are those of \`${large.stack}\` with ` +
            "`infra/helm/values-trial.yaml` over them: the same tiers, the same selectors.",
        "## What there is less of",
        table(
            ["", large.stack, trial.stack],
            ROWS.map(([what, of]) => [what, of(large), of(trial)]),
        ),
        "## What it gives up",
        "A lost zone may take the only NAT gateway, the only pod of a tier, a shard of Redis with its queues, or the leader of the search domain with it, and " +
            "its pods wait until there are nodes for them again. Burstable nodes, brokers and instances slow down when their credits are used up. A destroy takes " +
            "all data and leaves no snapshot.",
        `What the policies do not ask of it is in \`${policyConfigName(trial.stack)}\`; they ask it of every other stack. \`npm run preview -- --stack ${trial.stack}\` ` +
            "finds the file by itself and prints what it relaxes; the Pulumi CLI takes it by `--policy-pack-config`.",
        table(
            ["policy", "there", "why"],
            relaxedFor(trial.stack).map(({ policy, now, because }) => [code(policy), now, because]),
        ),
    );
}

function relaxedFor(stack: string): readonly Relaxation[] {
    return relaxations(JSON.parse(readFileSync(join(projectRoot, policyConfigName(stack)), "utf8")), policies);
}

function nodesOf({ groups, minPerGroup, maxPerGroup }: StackConfig["size"]["pools"][number]) {
    return { min: groups.length * minPerGroup, max: groups.length * maxPerGroup };
}

function podsOf({ workload }: StackConfig, name: string): string {
    const tiers = workload.tiers.filter(({ tier }) => tier === name);
    return between(tiers.map(({ minReplicas, maxReplicas }) => ({ min: minReplicas, max: maxReplicas })));
}

function between(ranges: readonly { readonly min: number; readonly max: number }[]): string {
    const [min, max] = [
        ranges.reduce((sum, range) => sum + range.min, 0),
        ranges.reduce((sum, range) => sum + range.max, 0),
    ];
    return min === max ? count(min) : `${count(min)} to ${count(max)}`;
}

function list(names: readonly string[]): string {
    return [...new Set(names)].map(code).join(" ");
}

function number(graph: readonly GoldenResource[], type: string): string {
    return count(graph.filter((resource) => resource.type === type).length);
}

function interfaceEndpoints(graph: readonly GoldenResource[]): number {
    return graph.filter(
        ({ type, inputs }) =>
            type === "aws:ec2/vpcEndpoint:VpcEndpoint" && at(inputs, "vpcEndpointType") === "Interface",
    ).length;
}

/** What the brokers begin with, and what auto scaling may make of it. */
function brokerDisk(graph: readonly GoldenResource[]): string {
    const cluster = graph.find(({ type }) => type === "aws:msk/cluster:Cluster");
    const scaling = graph.find(
        ({ type, name }) => type === "aws:appautoscaling/target:Target" && name.startsWith("kafka"),
    );
    const first = at(cluster?.inputs, "brokerNodeGroupInfo", "storageInfo", "ebsStorageInfo", "volumeSize");
    return `${count(Number(first))} to ${count(Number(at(scaling?.inputs, "maxCapacity")))} GiB`;
}

function at(tree: unknown, ...path: readonly string[]): unknown {
    return path.reduce<unknown>(
        (node, key) => (typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined),
        tree,
    );
}

function yesNo(is: boolean): string {
    return is ? "yes" : "no";
}
