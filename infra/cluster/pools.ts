import type { ZonedSubnet } from "../network/placement";
import type { PoolSize } from "../sizing/nodes";
import type { NodePool } from "./node-groups";

/** Key of the label and of the taint that tie a tier's pods to its nodes; the chart's selectors and tolerations use the same. */
export const TIER_KEY = "kaireon.ai/tier";

/** Where controllers, add-ons and the small tiers run. */
export const GENERAL_NODES = { [TIER_KEY]: "general" } as const;

/**
 * Node pools from their sizes. Every pool but `general` is tainted, so that nothing takes the room that was computed for its tier; on
 * `general` the cluster's own Deployments would otherwise have nowhere to go.
 */
export function nodePoolPlans(sizes: readonly PoolSize[], privateSubnets: readonly ZonedSubnet[]): readonly NodePool[] {
    return sizes.map((size) => ({
        name: size.pool,
        instanceType: size.instanceType,
        diskGb: size.diskGb,
        labels: { [TIER_KEY]: size.pool },
        ...(size.pool === "general" ? {} : { taint: { key: TIER_KEY, value: size.pool } }),
        groups: size.groups.map(({ key, zones }) => ({
            key,
            subnetIds: privateSubnets.filter(({ zone }) => zones.includes(zone)).map(({ id }) => id),
            minSize: size.minPerGroup,
            maxSize: size.maxPerGroup,
        })),
    }));
}
