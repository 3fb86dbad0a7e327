import type { PolicyCases } from "../../../test/policy/cases";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a group has rules in both ways",
            change: (stack) =>
                stack.set(GROUP, "network-endpoints", "egress", [
                    { protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["10.64.0.0/16"] },
                ]),
            at: `${GROUP} network-endpoints`,
            message: `network-endpoints (${GROUP}): it has egress inline and network-endpoints-https beside it. Make every rule a resource of its own.`,
        },
    ],
    absent: [
        {
            when: "the inline rules are an empty list",
            passes: true,
            change: (stack) => stack.set(GROUP, "network-endpoints", "egress", []),
        },
    ],
    unknown: [
        {
            when: "the inline rules are not known",
            change: (stack) => stack.setUnknown(GROUP, "network-endpoints", "egress"),
            unchecked: `network-endpoints (${GROUP}): egress is not known before the update`,
        },
    ],
};
