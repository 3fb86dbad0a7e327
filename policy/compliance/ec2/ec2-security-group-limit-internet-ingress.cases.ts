import type { PolicyCases } from "../../../test/policy/cases";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const OLDER = "aws:ec2/securityGroupRule:SecurityGroupRule";
const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const MUST = "only 80 and 443 may be open to the internet. Name a security group or the addresses.";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a rule opens a port above HTTPS",
            change: (stack) =>
                stack.add({
                    type: RULE,
                    name: "ssh",
                    props: { description: "SSH", cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp", fromPort: 22, toPort: 22 },
                }),
            at: `${RULE} ssh`,
            message: `ssh (${RULE}): it opens port 22 to 0.0.0.0/0; ${MUST}`,
        },
        {
            when: "a range takes other ports in, for IPv6",
            change: (stack) =>
                stack.add({
                    type: OLDER,
                    name: "web",
                    props: {
                        description: "Web",
                        type: "ingress",
                        ipv6CidrBlocks: ["::/0"],
                        protocol: "tcp",
                        fromPort: 80,
                        toPort: 8080,
                    },
                }),
            at: `${OLDER} web`,
            message: `web (${OLDER}): it opens ports 80 to 8080 to ::/0; ${MUST}`,
        },
        {
            when: "an inline rule opens everything to half of the internet",
            change: (stack) =>
                stack.add({
                    type: GROUP,
                    name: "open",
                    props: {
                        description: "Open",
                        ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/1"] }],
                    },
                }),
            at: `${GROUP} open`,
            message: `open (${GROUP}): ingress.0 opens all ports to 0.0.0.0/1; ${MUST}`,
        },
    ],
    absent: [
        {
            when: "a rule has no ports",
            change: (stack) =>
                stack.add({
                    type: RULE,
                    name: "all",
                    props: { description: "All", cidrIpv4: "0.0.0.0/0", ipProtocol: "tcp" },
                }),
            at: `${RULE} all`,
            message: `all (${RULE}): it opens port 0 to 0.0.0.0/0; ${MUST}`,
        },
    ],
    unknown: [
        {
            when: "the address is not known",
            change: (stack) => stack.setUnknown(RULE, "network-endpoints-https", "cidrIpv4"),
            unchecked: `network-endpoints-https (${RULE}): cidrIpv4 is not known before the update`,
        },
    ],
    passes: [
        {
            when: "HTTPS is open to the internet",
            change: (stack) => stack.set(RULE, "network-endpoints-https", "cidrIpv4", "0.0.0.0/0"),
        },
    ],
};
