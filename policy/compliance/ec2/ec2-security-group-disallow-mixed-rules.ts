import { SECURITY_GROUP } from "../../graph/security-groups";
import { stackPolicy } from "../../policy";

const RULES = [
    "aws:ec2/securityGroupRule:SecurityGroupRule",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
];

export const ec2SecurityGroupDisallowMixedRules = stackPolicy({
    id: "ec2-security-group-disallow-mixed-rules",
    title: "A security group has its rules inline or as resources, not both",
    why: "Each update of the group takes away the rules that are not inline: connections break and come back with the next run.",
    fix: "Make every rule a resource of its own",
    severity: "medium",
    controls: ["security-group-no-rule-management-conflicts"],
    links: ["https://www.pulumi.com/registry/packages/aws/api-docs/ec2/securitygroup/"],
    types: [SECURITY_GROUP],
    check: (stack, report) =>
        report.each(stack.ofType(SECURITY_GROUP), (group) => {
            const inline = ["ingress", "egress"].filter(
                (direction) => group.gives(direction) && group.properties.items(direction).length > 0,
            );
            const rules = RULES.flatMap((type) => stack.referringTo(group, type, "securityGroupId"));
            if (inline.length > 0 && rules.length > 0)
                report.violation(
                    `${group.label}: it has ${inline.join(" and ")} inline and ${rules.map(({ name }) => name).join(", ")} beside it. Make every rule a resource of its own.`,
                    group,
                );
        }),
});
