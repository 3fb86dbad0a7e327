import type { Stack } from "../graph/stack";
import type { Tier } from "../graph/tiers";
import { releasePolicy } from "../policy";
import { labelsOf, nodeGroupsOf, refusingTaints, shownLabels, shownTaints } from "./node-groups";
import { selectedGroups } from "./tier-placement";

export const tiersMatchNodeGroups = releasePolicy({
    id: "tiers-match-node-groups",
    title: "Every tier's node selector and tolerations meet the labels and taints of a node group",
    why: "A pod whose selector no node carries, or whose node has a taint it does not tolerate, stays Pending for ever; the autoscaler does not help.",
    fix: "Give a node group the labels that the tier selects, and the tier a toleration for each taint of the group",
    severity: "high",
    pitfalls: ["P-SCHED-01", "P-SCHED-02"],
    links: ["https://kubernetes.io/docs/concepts/scheduling-eviction/taint-and-toleration/"],
    check: (release, stack, report) => {
        report.each(
            release.tiers.filter((tier) => tier.enabled),
            (tier) => {
                const problem = unplaceable(tier, stack);
                if (problem !== undefined) report.violation(`${release.label}: ${problem}`, release.resource);
            },
        );
    },
});

/** Why no node group takes the tier's pods; undefined when one does. */
function unplaceable(tier: Tier, stack: Stack): string | undefined {
    const selected = selectedGroups(tier, stack);
    if (selected.length === 0) {
        const there = [...new Set(nodeGroupsOf(stack).map((group) => shownLabels(labelsOf(group))))].join("; ");
        return (
            `${tier.values.path}.nodeSelector asks for ${shownLabels(tier.nodeSelector)}, but no node group has these labels; they have ${there}. ` +
            "Select one of them, or give a node group the labels."
        );
    }
    const tolerations = tier.values.items("tolerations");
    const refused = selected.map((group) => ({ group, taints: refusingTaints(group, tolerations) }));
    if (refused.some(({ taints }) => taints.length === 0)) return undefined;
    const kept = refused.map(({ group, taints }) => `${group.name} (${shownTaints(taints)})`).join(", ");
    return (
        `${tier.values.path}.tolerations are ${tier.values.shown("tolerations")}, but every node group that the tier selects has a taint that they do not cover: ` +
        `${kept}. Add the toleration, or take the taint off the group.`
    );
}
