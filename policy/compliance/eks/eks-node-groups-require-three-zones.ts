import type { StackResource } from "../../graph/stack-resource";
import { zonesOf } from "../../graph/zones";
import { stackPolicy } from "../../policy";

const GROUP = "aws:eks/nodeGroup:NodeGroup";

export const eksNodeGroupsRequireThreeZones = stackPolicy({
    id: "eks-node-groups-require-three-zones",
    title: "The nodes for each kind of pod lie in three zones",
    why: "The loss of one zone would take more than a third of a tier's nodes, or all.",
    fix: "Give the group a subnet in each zone, or make a group of the same labels and taints in each zone",
    severity: "high",
    controls: ["EKS-BPG/reliability/multi-az-nodes", "AutoScaling.2", "REL10-BP01"],
    links: ["https://docs.aws.amazon.com/eks/latest/best-practices/data-plane.html"],
    settings: {
        zones: {
            description: "Zones that groups of the same labels and taints cover, at the least",
            default: 3,
            minimum: 1,
        },
    },
    types: [GROUP],
    check: (stack, report, settings) => {
        // One group for each zone is what a zone-strict spread needs: groups that are alike count as one.
        const alike = new Map<string, StackResource[]>();
        report.each(stack.ofType(GROUP), (group) => {
            const kind = JSON.stringify([
                group.properties.plain("labels") ?? {},
                group.properties.plain("taints") ?? [],
            ]);
            alike.set(kind, [...(alike.get(kind) ?? []), group]);
        });
        report.each([...alike.values()], (groups) => {
            const zones = [...new Set(groups.flatMap((group) => zonesOf(group, "subnetIds", stack)))].sort();
            const [first] = groups;
            if (zones.length < settings.zones)
                report.violation(
                    `${groups.map(({ name }) => name).join(", ")}: these nodes lie in ${zones.join(", ") || "no zone"}; they must lie in ${settings.zones} zones. Add subnets or a group in another zone.`,
                    first,
                );
        });
    },
});
