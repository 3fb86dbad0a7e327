import { stackPolicy } from "../../policy";
import { CLUSTER, clusterParameter, postgresClusters } from "./cluster-parameters";

export const rdsClusterRequireTls = stackPolicy({
    id: "rds-cluster-require-tls",
    title: "Aurora PostgreSQL refuses connections without TLS",
    why: "A client that forgets TLS goes unnoticed and sends rows in plain; whether the engine's default refuses it depends on the version.",
    fix: "Set the parameter rds.force_ssl to 1 in the cluster's parameter group",
    severity: "medium",
    controls: ["RDS.38"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html#rds-38"],
    types: [CLUSTER],
    check: (stack, report) =>
        report.each(postgresClusters(stack), (cluster) => {
            const value = clusterParameter(cluster, "rds.force_ssl", stack);
            if (value === "1") return;
            report.violation(
                `${cluster.label}: rds.force_ssl is ${value ?? "not set"}; it must be 1. Set it in the parameter group that dbClusterParameterGroupName names.`,
                cluster,
            );
        }),
});
