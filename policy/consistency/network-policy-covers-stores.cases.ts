import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const SUBNET = "aws:ec2/subnet:Subnet";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the cache's own range is another",
            change: (stack) => stack.setValue("networkPolicy.storeCidrs.kafka", ["10.64.192.0/20", "10.64.208.0/20"]),
            at: RELEASE,
            message:
                `${LABEL}: values.networkPolicy.storeCidrs.kafka is 10.64.192.0/20, 10.64.208.0/20, but kafka (aws:msk/cluster:Cluster) ` +
                "lies in 10.64.224.0/20 (network-data-eu-west-1c) too. Add that range.",
        },
        {
            when: "no AWS API may be reached",
            change: (stack) => stack.setValue("networkPolicy.awsApiCidrs", []),
            at: RELEASE,
            message: `${LABEL}: values.networkPolicy.awsApiCidrs is empty, but pods call AWS. Set it to 0.0.0.0/0, or to the ranges of the endpoints.`,
        },
    ],
    absent: [
        {
            when: "the values say nothing of network policies",
            change: (stack) => stack.unsetValue("networkPolicy"),
            passes: true,
        },
        {
            when: "the chart has other keys",
            change: (stack) => stack.setValue("networkPolicy", { enabled: true }),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "it is not known whether there are network policies",
            change: (stack) => stack.setValueUnknown("networkPolicy.enabled"),
            unchecked: `${LABEL}: values.networkPolicy.enabled is not known before the update`,
        },
        {
            when: "a range is not known",
            change: (stack) =>
                stack
                    .setValue("networkPolicy.storeCidrs.redis", ["10.64.0.0/16"])
                    .setValueUnknown("networkPolicy.storeCidrs.redis"),
            unchecked: `${LABEL}: values.networkPolicy.storeCidrs.redis is not known before the update`,
        },
        {
            when: "a subnet's range is not known",
            change: (stack) =>
                stack.setUnknown(SUBNET, "network-data-eu-west-1a", "cidrBlock").setValue("networkPolicy.storeCidrs", {
                    redis: ["0.0.0.0/0"],
                }),
            unchecked: `network-data-eu-west-1a (${SUBNET}): cidrBlock is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the whole network is let through",
            change: (stack) => stack.setValue("networkPolicy.dataCidrs", ["10.64.0.0/16"]),
        },
        {
            when: "the policies are off",
            change: (stack) => stack.setValue("networkPolicy.enabled", false).setValue("networkPolicy.dataCidrs", []),
        },
    ],
};
