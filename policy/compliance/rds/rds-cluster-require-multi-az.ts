import type { Stack } from "../../graph/stack";
import type { StackResource } from "../../graph/stack-resource";
import { zonesOf } from "../../graph/zones";
import { stackPolicy } from "../../policy";

const CLUSTER = "aws:rds/cluster:Cluster";
const INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
const SUBNET_GROUP = "aws:rds/subnetGroup:SubnetGroup";

export const rdsClusterRequireMultiAz = stackPolicy({
    id: "rds-cluster-require-multi-az",
    title: "Aurora has instances in at least two zones",
    why: "With one instance, or all in one zone, there is nothing to fail over to: a new instance takes ten minutes and more. Storage in three zones does not help.",
    fix: "Have at least two instances, in different zones",
    severity: "medium",
    controls: ["RDS.15", "CIS-AWS-5.0.0/2.2.4", "CIS-AWS-6.0.0/3.2.4", "CIS-AWS-7.0.0/3.2.4"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-15"],
    types: [CLUSTER],
    check: (stack, report) =>
        report.each(stack.ofType(CLUSTER), (cluster) => {
            const instances = stack.referringTo(cluster, INSTANCE, "clusterIdentifier");
            if (instances.length < 2)
                return report.violation(
                    `${cluster.label}: it has ${instances.length} instances; it must have at least 2, in different zones. Add a reader.`,
                    cluster,
                );
            const zones = zonesOfInstances(cluster, instances, stack);
            if (zones.length < 2)
                report.violation(
                    `${cluster.label}: its ${instances.length} instances are all in ${zones.join("") || "no zone"}; they must be in at least 2 zones. Set availabilityZone of one to another zone.`,
                    cluster,
                );
        }),
});

/** Named by the instances; where one leaves it to AWS, AWS spreads them over the zones of the subnets. */
function zonesOfInstances(
    cluster: StackResource,
    instances: readonly StackResource[],
    stack: Stack,
): readonly string[] {
    if (instances.every((instance) => instance.gives("availabilityZone")))
        return [...new Set(instances.map(({ properties }) => properties.text("availabilityZone") ?? ""))];
    const groups = cluster.references("dbSubnetGroupName", SUBNET_GROUP, stack.ofType(SUBNET_GROUP));
    return groups.flatMap((group) => zonesOf(group, "subnetIds", stack));
}
