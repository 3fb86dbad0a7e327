import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import type { PodsName, Tier } from "../graph/tiers";
import { hasLabels, nodeGroupsOf, refusingTaints } from "./node-groups";

/** The node groups whose labels a tier selects. */
export function selectedGroups(tier: Tier<PodsName>, stack: Stack): readonly StackResource[] {
    return nodeGroupsOf(stack).filter((group) => hasLabels(group, tier.nodeSelector));
}

/** The node groups that a tier's pods can be scheduled to. */
export function groupsFor(tier: Tier<PodsName>, stack: Stack): readonly StackResource[] {
    const tolerations = tier.values.items("tolerations");
    return selectedGroups(tier, stack).filter((group) => refusingTaints(group, tolerations).length === 0);
}
