import type { PolicyCases } from "../../../test/policy/cases";

const GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the default group has a rule",
            change: (stack) => stack.set(GROUP, undefined, "ingress", [{ protocol: "-1", self: true }]),
            at: `${GROUP} network-default`,
            message: `network-default (${GROUP}): ingress has rules; it must be empty. Leave it out.`,
        },
    ],
    absent: [
        {
            when: "nobody closes the default group",
            change: (stack) => stack.removeAll(GROUP),
            at: "aws:ec2/vpc:Vpc network",
            message:
                "network (aws:ec2/vpc:Vpc): its default security group is AWS's own, which is open. Make a DefaultSecurityGroup for the VPC, without ingress and egress.",
        },
        { when: "egress is left out", passes: true, change: (stack) => stack.unset(GROUP, undefined, "egress") },
    ],
    unknown: [
        {
            when: "its rules are not known",
            change: (stack) => stack.setUnknown(GROUP, undefined, "egress"),
            unchecked: `network-default (${GROUP}): egress is not known before the update`,
        },
    ],
};
