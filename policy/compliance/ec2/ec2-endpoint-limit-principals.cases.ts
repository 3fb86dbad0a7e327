import type { PolicyCases } from "../../../test/policy/cases";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const OPEN = { Statement: { Effect: "Allow", Principal: "*", Action: "*", Resource: "*" } };

export const cases: PolicyCases = {
    violations: [
        {
            when: "an endpoint admits everybody",
            change: (stack) => stack.set(ENDPOINT, "network-ec2", "policy", JSON.stringify(OPEN)),
            at: `${ENDPOINT} network-ec2`,
            message: `network-ec2 (${ENDPOINT}): policy admits everybody in statement 1. Add a condition on aws:PrincipalAccount.`,
        },
    ],
    absent: [
        {
            when: "it has no policy",
            change: (stack) => stack.unset(ENDPOINT, "network-ec2", "policy"),
            at: `${ENDPOINT} network-ec2`,
            message: `network-ec2 (${ENDPOINT}): policy is not set, which admits anybody's credentials. Limit it to aws:PrincipalAccount.`,
        },
    ],
    unknown: [
        {
            when: "its policy is not known",
            change: (stack) => stack.setUnknown(ENDPOINT, "network-ec2", "policy"),
            unchecked: `network-ec2 (${ENDPOINT}): policy is not known before the update`,
        },
    ],
};
