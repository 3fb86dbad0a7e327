import { instanceType } from "../../infra/facts/ec2-instance-types";
import { PREFIX_ADDRESSES, SUBNET_RESERVED_ADDRESSES } from "../../infra/facts/eks";
import { usableAddresses } from "../../infra/sizing/addresses";
import { parseCidr } from "../../infra/sizing/cidr";
import { allocatable, roomForPods } from "../../infra/sizing/node-capacity";
import type { PoolSize } from "../../infra/sizing/nodes";
import type { StackConfig } from "../../stacks/config";
import { BEST_DECISIONS_PER_POD, podsFor, WORST_DECISIONS_PER_POD } from "../../stacks/config/throughput-checks";
import { code, count, table } from "./markdown";

/** The tiers as the chart's values have them. */
export function tierSection(config: StackConfig): string {
    const { workload } = config;
    const rows = workload.tiers.map((tier) => [
        code(tier.tier),
        tier.enabled ? code(tier.pool) : "off",
        tier.minReplicas,
        tier.maxReplicas,
        tier.maxSurge,
        amount(tier.cpuMilli, tier.memoryMib),
        amount(tier.limitCpuMilli, tier.limitMemoryMib),
        tier.zoneStrict ? "strict" : "preferred",
    ]);
    return [
        "## Tiers",
        "What everything below starts from: the chart's values. _Surge_ is what a rolling update starts on top at the maximum. The CronJobs count " +
            "as many pods as schedules are on: all may run at once.",
        table(["tier", "pool", "min", "max", "surge", "requests", "limits", "spread over zones"], rows),
        servingPods(config),
    ].join("\n\n");
}

/** How many of the api's pods the target rate takes, by what was measured or by what the vendor says. */
export function servingPods({ target, sizing, workload }: StackConfig): string {
    const rate = target.decisionsPerSecond;
    const most = workload.tiers.find(({ tier }) => tier === "api")?.maxReplicas ?? 0;
    const { requestsPerPod } = sizing;
    if (requestsPerPod !== undefined)
        return (
            `The target rate takes ${count(podsFor(rate, requestsPerPod))} of the api's ${count(most)} pods: one serves ${count(requestsPerPod)} requests ` +
            "a second within the SLO (`kaireon:sizing.requestsPerPod`, measured). A target that its maximum does not reach is refused."
        );
    return (
        `What one api pod serves has not been measured. The vendor says ${WORST_DECISIONS_PER_POD} to ${BEST_DECISIONS_PER_POD} requests a second, by which the target rate takes ` +
        `${count(podsFor(rate, BEST_DECISIONS_PER_POD))} to ${count(podsFor(rate, WORST_DECISIONS_PER_POD))} pods of at most ${count(most)}. \`npm run perf -- saturate\` measures it ` +
        "against the installed platform and prints it as `kaireon:sizing.requestsPerPod` takes it; from then on a target that the maximum does not reach is refused."
    );
}

/** Node groups, their bounds, and what that is in vCPUs. */
export function nodeSection({ size, nodes: chosen }: StackConfig): string {
    return [
        "## Nodes",
        "A node has for pods what its kubelet calls allocatable (vCPUs and memory less the kubelet's, the system's and the eviction margin) less the " +
            "daemon sets that run on each. Pods per node is how many of the pool's smallest pods fit.",
        table(
            ["pool", "type", "vCPU", "allocatable", "for pods", "pods per node"],
            size.pools.map((pool) => {
                const type = typeOf(pool);
                const all = allocatable(type);
                const room = roomForPods(type);
                return [
                    code(pool.pool),
                    code(type.name),
                    type.vcpu,
                    amount(all.cpuMilli, all.memoryMib),
                    amount(room.cpuMilli, room.memoryMib),
                    pool.podsPerNode,
                ];
            }),
        ),
        `${bounds(chosen.surviveZoneLoss)} A pool whose pods must spread evenly has one group per zone, because the autoscaler cannot choose the zone in ` +
            "which a wider group grows.",
        table(
            ["pool", "groups", "nodes per group", "nodes in all", "vCPUs"],
            size.pools.map((pool) => [
                code(pool.pool),
                pool.groups.length,
                between(pool.minPerGroup, pool.maxPerGroup),
                between(nodes(pool).min, nodes(pool).max),
                between(nodes(pool).min * typeOf(pool).vcpu, nodes(pool).max * typeOf(pool).vcpu),
            ]),
        ),
        quota(size.pools),
    ].join("\n\n");
}

/** What the nodes of a group are enough for. */
function bounds(surviveZoneLoss: boolean): string {
    if (!surviveZoneLoss)
        return "The minimum of a group runs the minimum of pods, its maximum the maximum and one step of an update, with no node to spare for a zone that is lost.";
    return (
        "The minimum of a group runs the minimum of pods with one zone lost, and one step of an update with none lost. The maximum holds the maximum of " +
        "pods and one step of an update with one zone lost."
    );
}

/** vCPUs of all pools at their minimum and at their maximum. */
export function vcpus(pools: readonly PoolSize[]): { readonly min: number; readonly max: number } {
    return {
        min: pools.reduce((sum, pool) => sum + nodes(pool).min * typeOf(pool).vcpu, 0),
        max: pools.reduce((sum, pool) => sum + nodes(pool).max * typeOf(pool).vcpu, 0),
    };
}

function quota(pools: readonly PoolSize[]): string {
    const { min, max } = vcpus(pools);
    return (
        `The first \`up\` starts ${count(min)} vCPUs, and the autoscaler may go to ${count(max)}. EC2's quota _Running On-Demand Standard instances_ ` +
        "(`L-1216C47A`) counts them; an update of a node group starts up to two nodes per zone on top."
    );
}

/** The subnets' ranges, and what each must have room for. */
export function addressSection({ size, subnets, network }: StackConfig): string {
    const kinds = ["private", "data", "public"] as const;
    return [
        "## Addresses",
        `The VPC (${code(network.existing?.vpcCidr ?? network.cidr)}) is divided by its range and the zones alone, never by need: a subnet cannot be ` +
            "resized, and a plan that followed the pods would replace subnets when a maximum is raised. _Need_ is what one subnet has to give at the " +
            `platform's maximum with one zone lost. AWS keeps ${SUBNET_RESERVED_ADDRESSES} addresses of each.`,
        table(
            ["kind", "subnets", "usable each", "need each"],
            kinds.map((kind) => [
                kind,
                subnets[kind].map(({ cidr }) => code(cidr)).join(" "),
                usableAddresses(parseCidr(subnets[kind][0]?.cidr ?? "")?.prefixLength ?? 32),
                size.subnets[kind],
            ]),
        ),
        `Pods take blocks of ${PREFIX_ADDRESSES}. Every node, endpoint and load balancer address in a private subnet is counted as a block of its own, ` +
            "because it may lie anywhere and spoils the block it lies in. Stores that replace their machines count twice, OpenSearch three times.",
    ].join("\n\n");
}

function nodes(pool: PoolSize): { readonly min: number; readonly max: number } {
    return { min: pool.minPerGroup * pool.groups.length, max: pool.maxPerGroup * pool.groups.length };
}

function typeOf({ instanceType: name }: PoolSize) {
    const type = instanceType(name);
    if (type === undefined) throw new Error(`docs: ${name} is sized and not known`);
    return type;
}

function between(min: number, max: number): string {
    return min === max ? count(min) : `${count(min)} to ${count(max)}`;
}

/** `2 CPU, 4 GiB`; empty without either. */
export function amount(cpuMilli: number | undefined, memoryMib: number | undefined): string {
    if (cpuMilli === undefined || memoryMib === undefined) return "none";
    const cpu = cpuMilli >= 1000 ? `${(cpuMilli / 1000).toFixed(2).replace(/\.?0+$/, "")}` : `${cpuMilli}m`;
    const memory = memoryMib >= 1024 ? `${(memoryMib / 1024).toFixed(1).replace(/\.0$/, "")} GiB` : `${memoryMib} MiB`;
    return `${cpu} CPU, ${memory}`;
}
