import { instanceTypesOf } from "../consistency/node-groups";
import type { Stack } from "../graph/stack";
import { releasePolicy } from "../policy";
import { amountShown, podsShown } from "./demand";
import { type NodePool, poolsOf } from "./node-pool";
import { controllersOn, nodeSettings, roomForPods } from "./node-room";
import { type NodeRoom, podsPerNode, type Room } from "./packing";
import { shortageOnZoneLoss, zonesOfPool } from "./zone-loss";

export const nodeGroupsHoldMaximumReplicas = releasePolicy({
    id: "node-groups-hold-maximum-replicas",
    title: "Node groups at their maximum hold every tier's maximum, one step of an update and the daemon sets, with one zone lost",
    why: "The scaler of pods asks for its maximum and gets what fits on the nodes: the rest stays pending, at the peak or when a zone fails.",
    fix: "Raise maxSize or take a larger instance type, or lower the tier's maximum replicas",
    severity: "high",
    controls: ["REL01-BP03", "REL01-BP06", "EKS-BPG/reliability/multi-az-nodes"],
    pitfalls: ["P-CAP-01", "P-AZ-03"],
    links: ["https://docs.kaireonai.com/platform/values-large"],
    settings: nodeSettings,
    check: (release, stack, report, settings) => {
        report.each(poolsOf(release, stack), (whole) => {
            const room = roomForPods(whole, stack, settings);
            // largest-pod-fits-node speaks of the others: no number of nodes would do.
            const pool = { ...whole, tiers: whole.tiers.filter((one) => podsPerNode(room, one) > 0) };
            const problem = inOneZone(pool, stack) ?? shortage(pool, stack, room, controllersOn(pool, settings));
            if (problem !== undefined) report.violation(`${release.label}: ${problem}`, release.resource);
        });
    },
});

function inOneZone(pool: NodePool, stack: Stack): string | undefined {
    const [zone, second] = zonesOfPool(pool, stack);
    if (zone === undefined || second !== undefined) return undefined;
    const tiers = pool.tiers.map(({ tier }) => tier.name).join(" and ");
    return `all nodes for ${tiers} are in ${zone} (${names(pool.groups)}): with that zone lost they have none. Give the node groups subnets in further zones.`;
}

function shortage(pool: NodePool, stack: Stack, room: NodeRoom, others: readonly Room[]): string | undefined {
    const short = shortageOnZoneLoss(pool, stack, room, others);
    if (short === undefined) return undefined;
    const tiers = pool.tiers.map(
        (demand) => `${demand.tier.name} (${podsShown(demand)} pods of ${amountShown(demand)})`,
    );
    const controllers = others.length === 0 ? [] : [`${others.length} pods of add-ons and controllers`];
    const where = short.zone === undefined ? "" : `in ${short.zone} `;
    const lower = pool.tiers.map(({ tier }) => tier.maxReplicasPath).join(" or ");
    return (
        `${[...tiers, ...controllers].join(" and ")} at the maximum need ${short.need} nodes of ${typesOf(short.groups, stack)} ${where}with another zone lost; ` +
        `${names(short.groups)} can have ${short.has} (scalingConfig.maxSize). Raise it to ${short.need}, or lower ${lower}.`
    );
}

function typesOf(groups: NodePool["groups"], stack: Stack): string {
    return [...new Set(groups.flatMap((group) => instanceTypesOf(group, stack)))].join(", ");
}

function names(groups: NodePool["groups"]): string {
    return groups.map(({ name }) => name).join(", ");
}
