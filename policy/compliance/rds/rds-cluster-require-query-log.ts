import { stackPolicy } from "../../policy";
import { CLUSTER, clusterParameter, postgresClusters } from "./cluster-parameters";

const PARAMETERS = ["log_statement", "log_min_duration_statement"];

/** What the two parameters say when they log nothing. */
const OFF = ["none", "-1"];

export const rdsClusterRequireQueryLog = stackPolicy({
    id: "rds-cluster-require-query-log",
    title: "Aurora PostgreSQL logs changes of the schema and slow statements",
    why: "Which statement changed a table, or held up a decision, could not be found out afterwards.",
    fix: "Set log_statement (such as ddl) and log_min_duration_statement (milliseconds) in the cluster's parameter group",
    severity: "medium",
    controls: ["CKV2_AWS_27"],
    links: ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_LogAccess.Concepts.PostgreSQL.html"],
    types: [CLUSTER],
    check: (stack, report) =>
        report.each(postgresClusters(stack), (cluster) => {
            for (const name of PARAMETERS) {
                const value = clusterParameter(cluster, name, stack);
                if (value !== undefined && !OFF.includes(value)) continue;
                report.violation(
                    `${cluster.label}: ${name} is ${value ?? "not set"}, so nothing is logged. Set it in the parameter group that dbClusterParameterGroupName names.`,
                    cluster,
                );
            }
        }),
});
