import type { PolicyCases } from "../../../test/policy/cases";

const CLUSTER = "aws:eks/cluster:Cluster";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the log group has another name",
            change: (stack) => stack.set(LOG_GROUP, "cluster-logs", "name", "/aws/eks/other/cluster"),
            at: `${CLUSTER} cluster-eksCluster`,
            message: `cluster-eksCluster (${CLUSTER}): the stack has no log group /aws/eks/kaireon-large/cluster. Make one with a retention before the cluster.`,
        },
    ],
    absent: [
        {
            when: "the log group keeps for ever",
            change: (stack) => stack.unset(LOG_GROUP, "cluster-logs", "retentionInDays"),
            at: `${LOG_GROUP} cluster-logs`,
            message: `cluster-logs (${LOG_GROUP}): retentionInDays is not set; audit logs are kept for ever. Set it to 365.`,
        },
    ],
    unknown: [
        {
            when: "the retention is not known",
            change: (stack) => stack.setUnknown(LOG_GROUP, "cluster-logs", "retentionInDays"),
            unchecked: `cluster-logs (${LOG_GROUP}): retentionInDays is not known before the update`,
        },
    ],
};
