import type { PolicyCases } from "../../../test/policy/cases";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const RULE = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a rule lets everything out",
            change: (stack) =>
                stack.add({
                    type: RULE,
                    name: "out",
                    props: { description: "Out", cidrIpv4: "0.0.0.0/0", ipProtocol: "-1" },
                }),
            at: `${RULE} out`,
            message: `out (${RULE}): it lets all protocols out to 0.0.0.0/0. Name the protocol and the ports.`,
        },
        {
            when: "an inline rule does",
            change: (stack) =>
                stack.add({
                    type: GROUP,
                    name: "open",
                    props: {
                        description: "Open",
                        egress: [{ protocol: "-1", fromPort: 0, toPort: 0, ipv6CidrBlocks: ["::/0"] }],
                    },
                }),
            at: `${GROUP} open`,
            message: `open (${GROUP}): egress.0 lets all protocols out to ::/0. Name the protocol and the ports.`,
        },
    ],
    absent: [
        {
            when: "a group has no egress",
            passes: true,
            change: (stack) => stack.unset(GROUP, "node-access", "egress"),
        },
    ],
    unknown: [
        {
            when: "the rules are not known",
            change: (stack) => stack.setUnknown(GROUP, "node-access", "egress"),
            unchecked: `node-access (${GROUP}): egress is not known before the update`,
        },
    ],
};
