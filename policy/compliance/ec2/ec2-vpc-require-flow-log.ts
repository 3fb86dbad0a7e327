import { stackPolicy } from "../../policy";

export const ec2VpcRequireFlowLog = stackPolicy({
    id: "ec2-vpc-require-flow-log",
    title: "Each VPC logs the connections that it refuses",
    why: "Nobody could say afterwards which machine was reached from where.",
    fix: "Make a FlowLog for the VPC with trafficType ALL or REJECT",
    severity: "medium",
    controls: ["EC2.6", "CIS-AWS-5.0.0/3.7"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html#ec2-6"],
    types: ["aws:ec2/vpc:Vpc"],
    check: (stack, report) =>
        report.each(stack.ofType("aws:ec2/vpc:Vpc"), (vpc) => {
            const logs = stack.referringTo(vpc, "aws:ec2/flowLog:FlowLog", "vpcId");
            if (logs.length === 0)
                return report.violation(`${vpc.label}: it has no flow log. Make a FlowLog with trafficType ALL.`, vpc);
            report.each(logs, (log) => {
                const type = log.properties.text("trafficType");
                if (type === "ACCEPT")
                    report.violation(`${log.label}: trafficType is "ACCEPT"; it must be REJECT or ALL.`, log);
            });
        }),
});
