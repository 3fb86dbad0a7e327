import { auroraConnections } from "../facts/stores";
import { CannotTell } from "../graph/cannot-tell";
import type { StackResource } from "../graph/stack-resource";

const PARAMETERS = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

/** `max_connections` as the cluster's parameter group sets it, else as Aurora derives it from the class. */
export function connectionsOf(instance: StackResource, cluster: StackResource): number {
    const [group] = cluster.references("dbClusterParameterGroupName", PARAMETERS);
    const set = group?.properties.items("parameters").find((one) => one.text("name") === "max_connections");
    const limit =
        set === undefined ? auroraConnections(instance.properties.text("instanceClass") ?? "") : set.number("value");
    if (limit !== undefined) return limit;
    const shown = instance.properties.shown("instanceClass");
    throw new CannotTell(`${instance.label}: how many connections ${shown} takes is not known`, instance.urn);
}
