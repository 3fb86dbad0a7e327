import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";

const CLUSTER = "aws:rds/cluster:Cluster";

/** The Aurora cluster that a release talks to; undefined when the stack holds none. @throws CannotTell when several may be it */
export function databaseOf(release: Release, stack: Stack): StackResource | undefined {
    const clusters = stack.ofType(CLUSTER);
    if (clusters.length < 2) return clusters[0];
    const used = clusters.filter((cluster) => release.usesOutputOf(cluster));
    if (used.length === 1) return used[0];
    const names = clusters.map(({ name }) => name).join(", ");
    throw new CannotTell(
        `which of the Aurora clusters ${names} ${release.label} uses does not show in its values`,
        release.resource.urn,
    );
}
