import type { PolicyCases } from "../../test/policy/cases";

const CLUSTER = "aws:eks/cluster:Cluster";
const INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
const GROUP = "aws:eks/nodeGroup:NodeGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "more ranges may reach the cluster's endpoint than EKS takes",
            change: (stack) =>
                stack.set(
                    CLUSTER,
                    undefined,
                    "vpcConfig.publicAccessCidrs",
                    Array.from({ length: 41 }, (_, index) => `203.0.113.${index}/32`),
                ),
            message:
                "the stack at its maximum needs 41 ranges that reach the cluster's endpoint, but an account has 40 unless they were raised (L-93A74D60). " +
                "AWS raises it for nobody: take fewer.",
        },
        {
            when: "the stack needs more Elastic IPs than an account starts with",
            change: (stack) => {
                for (const name of ["one", "two", "three"])
                    stack.add({ type: "aws:ec2/eip:Eip", name, props: { domain: "vpc" } });
            },
            message:
                "the stack at its maximum needs 6 Elastic IPs, but an account has 5 unless they were raised (L-0263D0A3). " +
                "Run: aws service-quotas request-service-quota-increase --service-code ec2 --quota-code L-0263D0A3 --desired-value 6; " +
                "when it is granted, set elasticIps in the pack's config.",
        },
    ],
    absent: [
        {
            when: "the stack has nothing that a quota counts",
            change: (stack) => {
                for (const type of [GROUP, "aws:ec2/eip:Eip", INSTANCE]) stack.removeAll(type);
            },
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the number of brokers is not known",
            change: (stack) => stack.setUnknown("aws:msk/cluster:Cluster", "kafka", "numberOfBrokerNodes"),
            unchecked: "kafka (aws:msk/cluster:Cluster): numberOfBrokerNodes is not known before the update",
        },
    ],
    uncheckedInLarge: [
        "the stack at its maximum needs 440 vCPUs of nodes; a new account has 5, and what this one has is not stated. " +
            "Look (aws service-quotas get-service-quota --service-code ec2 --quota-code L-1216C47A), if it is less: " +
            "aws service-quotas request-service-quota-increase --service-code ec2 --quota-code L-1216C47A --desired-value 440; " +
            "then set onDemandStandardVcpus in the pack's config",
    ],
};
