import { CannotTell } from "../../graph/cannot-tell";
import type { Stack } from "../../graph/stack";
import type { StackResource } from "../../graph/stack-resource";

export const CLUSTER = "aws:rds/cluster:Cluster";
export const PARAMETER_GROUP = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

/**
 * The value of a parameter in the cluster's own parameter group; undefined where the group of the engine's defaults decides.
 *
 * @throws CannotTell when the group is not of this stack
 */
export function clusterParameter(cluster: StackResource, name: string, stack: Stack): string | undefined {
    const property = "dbClusterParameterGroupName";
    if (!cluster.gives(property)) return undefined;
    const [group] = cluster.references(property, PARAMETER_GROUP, stack.ofType(PARAMETER_GROUP));
    if (group !== undefined) return parameterOf(group, name);
    const place = cluster.properties.at(property);
    if (place.text()?.startsWith("default.")) return undefined;
    throw new CannotTell(
        `${cluster.label}: the group in ${property} (${place.shown()}) is not of this stack`,
        cluster.urn,
    );
}

function parameterOf(group: StackResource, name: string): string | undefined {
    return group.properties
        .items("parameters")
        .find((parameter) => parameter.text("name") === name)
        ?.text("value");
}

/** The Aurora PostgreSQL clusters of a stack. */
export function postgresClusters(stack: Stack): readonly StackResource[] {
    return stack.ofType(CLUSTER).filter(({ properties }) => properties.text("engine") === "aurora-postgresql");
}
