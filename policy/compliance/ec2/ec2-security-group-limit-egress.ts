import { stackPolicy } from "../../policy";
import { internetIn, isAllProtocols, trafficRules, trafficTypes } from "./traffic";

export const ec2SecurityGroupLimitEgress = stackPolicy({
    id: "ec2-security-group-limit-egress",
    title: "No security group lets everything out to the internet",
    why: "A machine that was taken over sends its data wherever it likes, over any protocol.",
    fix: "Name the protocol and ports that the group needs, or let the group have no way out",
    severity: "medium",
    controls: ["CKV_AWS_382"],
    links: ["https://www.checkov.io/5.Policy%20Index/terraform.html"],
    types: trafficTypes("egress"),
    check: (stack, report) =>
        report.each(trafficRules("egress", stack), (rule) => {
            const internet = internetIn(rule);
            if (internet !== undefined && isAllProtocols(rule))
                report.violation(
                    `${rule.resource.label}: ${rule.path === "" ? "it" : rule.path} lets all protocols out to ${internet}. Name the protocol and the ports.`,
                    rule.resource,
                );
        }),
});
