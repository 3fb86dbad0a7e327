import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import type { Tier } from "../graph/tiers";
import { zonesOf } from "../graph/zones";
import { type Report, releasePolicy } from "../policy";
import { instanceTypesOf } from "./node-groups";
import { groupsFor } from "./tier-placement";

export const zoneStrictTiersHaveAGroupPerZone = releasePolicy({
    id: "zone-strict-tiers-have-a-group-per-zone",
    title: "A tier that must spread over zones has one node group in each, all of the same size",
    why: "The autoscaler cannot choose the zone in which a group over several zones grows. With DoNotSchedule and a skew of 1, the zone without room stops the whole tier at a third of its maximum.",
    fix: "Build one node group per zone for the tier, with equal instance types and equal maxSize",
    severity: "high",
    pitfalls: ["P-AZ-01"],
    links: ["https://docs.aws.amazon.com/eks/latest/best-practices/cluster-autoscaler.html"],
    settings: {
        zones: { description: "Zones that a zone-strict tier needs at least", default: 3, minimum: 2, maximum: 6 },
    },
    check: (release, stack, report, { zones }) => {
        const strict = release.tiers.filter((tier) => tier.enabled && tier.isZoneStrict);
        report.each(strict, (tier) => {
            const groups = groupsFor(tier, stack);
            if (groups.length > 0) checkTier({ release, stack, report, tier, groups }, zones);
        });
    },
});

interface Placed {
    readonly release: Release;
    readonly stack: Stack;
    readonly report: Report;
    readonly tier: Tier;
    readonly groups: readonly StackResource[];
}

function checkTier({ release, stack, report, tier, groups }: Placed, needed: number): void {
    const start = `${release.label}: ${tier.values.path}.topologySpread.zone is DoNotSchedule, but`;
    const placed = groups.map((group) => ({ group, zones: zonesOf(group, "subnetIds", stack) }));
    const wide = placed.filter(({ zones }) => zones.length > 1);
    for (const { group, zones } of wide)
        report.violation(`${start} ${group.label} spans ${zones.join(", ")}. Build one group in each zone.`, group);
    const covered = [...new Set(placed.flatMap(({ zones }) => zones))].sort();
    if (covered.length < needed) {
        const where = `its node groups ${groups.map(({ name }) => name).join(", ")} are in ${covered.join(", ")} only`;
        report.violation(`${start} ${where}; it needs ${needed} zones. Build a group in each.`, release.resource);
    }
    const sizes = groups.map((group) => ({ group, size: sizeOf(group, stack) }));
    const other = sizes.find(({ size }) => size !== sizes[0]?.size);
    if (other !== undefined && sizes[0] !== undefined)
        report.violation(
            `${start} ${other.group.label} has ${other.size} and ${sizes[0].group.label} has ${sizes[0].size}: the smallest zone limits all. Make them equal.`,
            other.group,
        );
}

function sizeOf(group: StackResource, stack: Stack): string {
    const most = group.properties.number("scalingConfig.maxSize");
    if (most === undefined) throw new CannotTell(`${group.label}: scalingConfig.maxSize is not set`, group.urn);
    return `maxSize ${most} of ${[...instanceTypesOf(group, stack)].sort().join("/")}`;
}
