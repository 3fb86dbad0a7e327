import { stackPolicy } from "../../policy";

const CLUSTER = "aws:eks/cluster:Cluster";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";

export const eksClusterRequireLogGroup = stackPolicy({
    id: "eks-cluster-require-log-group",
    title: "The program makes the log group of the control plane",
    why: "EKS makes it otherwise: kept for ever, without the key, and left behind when the stack is gone.",
    fix: "Make a log group /aws/eks/<cluster>/cluster with a retention before the cluster",
    severity: "medium",
    controls: ["CIS-EKS-1.8.0/2.1.2"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/control-plane-logs.html"],
    types: [CLUSTER],
    check: (stack, report) =>
        report.each(stack.ofType(CLUSTER), (cluster) => {
            if (cluster.properties.texts("enabledClusterLogTypes").length === 0) return;
            const name = `/aws/eks/${cluster.properties.text("name")}/cluster`;
            const group = stack.ofType(LOG_GROUP).find(({ properties }) => properties.text("name") === name);
            if (group === undefined)
                return report.violation(
                    `${cluster.label}: the stack has no log group ${name}. Make one with a retention before the cluster.`,
                    cluster,
                );
            if ((group.properties.number("retentionInDays") ?? 0) === 0)
                report.violation(
                    `${group.label}: retentionInDays is not set; audit logs are kept for ever. Set it to 365.`,
                    group,
                );
        }),
});
