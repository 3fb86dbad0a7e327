import type { PolicyCases } from "../../../test/policy/cases";

const CLUSTER = "aws:msk/cluster:Cluster";

const refused = (is: string) => ({
    at: `${CLUSTER} kafka`,
    message: `kafka (${CLUSTER}): clientAuthentication is ${is}; it must have one of sasl.iam, sasl.scram and tls. Set sasl.iam to true.`,
    also: { "kafka-authentication-matches-broker": "the product signs in with IAM" },
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "every way is off",
            change: (stack) => stack.set(CLUSTER, "kafka", "clientAuthentication.sasl", { iam: false }),
            ...refused('{"sasl":{"iam":false},"unauthenticated":false}'),
        },
    ],
    absent: [
        {
            when: "nothing is said",
            change: (stack) => stack.unset(CLUSTER, "kafka", "clientAuthentication"),
            ...refused("not set"),
        },
    ],
    unknown: [
        {
            when: "whether IAM is on is not known",
            change: (stack) => stack.setUnknown(CLUSTER, "kafka", "clientAuthentication.sasl.iam"),
            unchecked: `kafka (${CLUSTER}): clientAuthentication.sasl.iam is not known before the update`,
        },
    ],
    passes: [
        {
            when: "clients have certificates",
            change: (stack) =>
                stack.set(CLUSTER, "kafka", "clientAuthentication", { tls: { certificateAuthorityArns: ["arn"] } }),
        },
    ],
};
