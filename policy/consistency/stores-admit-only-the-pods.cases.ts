import type { PolicyCases } from "../../test/policy/cases";

const RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const DATABASE = "aws:rds/cluster:Cluster";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const ADDED = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

const message = (who: string) =>
    `postgres (${DATABASE}): postgres-access (${GROUP}) admits ${who} on port 5432, but only pods of ${LABEL} connect to it. ` +
    "Take that out, or allow it in the pack's config.";

export const cases: PolicyCases = {
    violations: [
        {
            when: "another range may connect",
            change: (stack) =>
                stack.add({
                    type: ADDED,
                    name: "office",
                    props: {
                        description: "Office",
                        cidrIpv4: "10.9.0.0/24",
                        ipProtocol: "tcp",
                        fromPort: 5432,
                        toPort: 5432,
                    },
                    from: { securityGroupId: ["postgres-access"] },
                }),
            at: `${DATABASE} postgres`,
            message: message("10.9.0.0/24"),
        },
    ],
    absent: [
        {
            when: "there is no rule at all",
            change: (stack) => stack.removeAll(RULE),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "a rule's port is not known",
            change: (stack) => stack.setUnknown(RULE, "redis-access-from-pods", "fromPort"),
            unchecked: `redis-access-from-pods (${RULE}): fromPort is not known before the update`,
        },
    ],
    passes: [
        {
            when: "another range may connect on another port",
            change: (stack) =>
                stack.add({
                    type: ADDED,
                    name: "metrics",
                    props: { cidrIpv4: "10.9.0.0/24", ipProtocol: "tcp", fromPort: 9100, toPort: 9100 },
                    from: { securityGroupId: ["postgres-access"] },
                }),
        },
        {
            when: "the store's own group may connect",
            change: (stack) =>
                stack.add({
                    type: ADDED,
                    name: "own",
                    props: { ipProtocol: "-1", referencedSecurityGroupId: "sg" },
                    from: { securityGroupId: ["postgres-access"], referencedSecurityGroupId: ["postgres-access"] },
                }),
        },
    ],
};
