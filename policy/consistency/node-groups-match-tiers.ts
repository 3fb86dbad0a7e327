import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { labelsOf, nodeGroupsOf, refusingTaints, shownLabels, shownTaints } from "./node-groups";
import { groupsFor } from "./tier-placement";

export const nodeGroupsMatchTiers = releasePolicy({
    id: "node-groups-match-tiers",
    title: "Every node group with a taint and a minimum of nodes is within reach of an enabled tier",
    why: "A group that no pod may run on costs its minimum of nodes and stays empty, while the tier that it was meant for runs elsewhere or not at all.",
    fix: "Give a tier the group's selector and toleration, or remove the group",
    severity: "high",
    pitfalls: ["P-SCHED-01", "P-SCHED-02"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/node-taints-managed-node-groups.html"],
    check: (release, stack, report) => {
        const used = new Set(tiersOf(release).flatMap((tier) => groupsFor(tier, stack)));
        report.each(nodeGroupsOf(stack), (group) => {
            // Pods of controllers and add-ons need no place in the values: a group without taints takes them.
            if (used.has(group) || refusingTaints(group, []).length === 0 || isEmptyWithoutPods(group)) return;
            refuseUnstated(release);
            report.violation(unused(release, group), group);
        });
    },
});

function tiersOf(release: Release) {
    return release.tiers.filter((tier) => tier.enabled);
}

/** A minimum of 0: whoever's pods the group is for, it costs nothing without them. */
function isEmptyWithoutPods(group: StackResource): boolean {
    return group.gives("scalingConfig") && group.properties.at("scalingConfig").number("minSize") === 0;
}

/** @throws CannotTell when where a tier of its own nodes runs is left to the chart's defaults, which do not show */
function refuseUnstated({ values, label, resource }: Release): void {
    const tier = ["api", "worker", "mlWorker"].find(
        (name) => !values.at(name).at("nodeSelector").exists && !values.at(name).at("tolerations").exists,
    );
    if (tier !== undefined)
        throw new CannotTell(
            `${label}: values.${tier} has neither nodeSelector nor tolerations: the chart's own may apply`,
            resource.urn,
        );
}

function unused(release: Release, group: StackResource): string {
    const tiers = tiersOf(release).map((tier) => tier.name);
    return (
        `${group.label}: no enabled tier of ${release.label} (${tiers.join(", ")}) both selects its labels (${shownLabels(labelsOf(group))}) ` +
        `and tolerates its taints (${shownTaints(refusingTaints(group, []))}): its nodes stay empty. Give a tier that selector and toleration, or remove the group.`
    );
}
