import { stackPolicy } from "../../policy";

const CLUSTER = "aws:rds/cluster:Cluster";
const INSTANCE = "aws:rds/clusterInstance:ClusterInstance";

export const rdsClusterRequireFailoverTarget = stackPolicy({
    id: "rds-cluster-require-failover-target",
    title: "Two instances of Aurora, of one size, are first in line to be the writer",
    why: "Aurora promotes by tier, then by size: a small reader that is promoted under load is an outage in another form.",
    fix: "Give the writer and a reader of the same instanceClass promotionTier 0 and 1",
    severity: "medium",
    controls: ["X-RDS-FAILOVER"],
    links: [
        "https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html#Aurora.Managing.FaultTolerance",
    ],
    types: [CLUSTER],
    check: (stack, report) =>
        report.each(stack.ofType(CLUSTER), (cluster) => {
            const first = stack
                .referringTo(cluster, INSTANCE, "clusterIdentifier")
                // Left out, the tier is 0.
                .filter(
                    (instance) =>
                        !instance.gives("promotionTier") || (instance.properties.number("promotionTier") ?? 0) <= 1,
                );
            const named = first
                .map(({ name, properties }) => `${name} ${properties.text("instanceClass") ?? ""}`)
                .sort()
                .join(", ");
            const classes = new Set(first.map(({ properties }) => properties.text("instanceClass")));
            if (first.length >= 2 && classes.size === 1) return;
            report.violation(
                `${cluster.label}: promotionTier 0 and 1 are ${named || "no instance"}; they must be at least 2 instances, all of one instanceClass. Give a reader of the writer's class promotionTier 1.`,
                cluster,
            );
        }),
});
