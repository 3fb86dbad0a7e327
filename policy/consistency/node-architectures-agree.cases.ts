import type { PolicyCases } from "../../test/policy/cases";

const GROUP = "aws:eks/nodeGroup:NodeGroup";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the AMI is for another processor than the instances",
            change: (stack) => stack.set(GROUP, "nodes-ml-all", "amiType", "AL2023_ARM_64_STANDARD"),
            at: "aws:eks/nodeGroup:NodeGroup nodes-ml-all",
            message:
                "nodes-ml-all (aws:eks/nodeGroup:NodeGroup): amiType AL2023_ARM_64_STANDARD is for arm64, but m7i.4xlarge is amd64. Choose an AMI type and instance types of one architecture.",
        },
        {
            when: "a group mixes instance types of both",
            change: (stack) =>
                stack
                    .set(GROUP, "nodes-general-all", "instanceTypes", ["m7i.xlarge", "m7a.xlarge", "m7g.xlarge"])
                    .setValue(["outboxPublisher", "nodeSelector", "kubernetes.io/arch"], "amd64")
                    .setValue("cron.enabled", false)
                    .setValue("outboxPublisher.enabled", false),
            at: "aws:eks/nodeGroup:NodeGroup nodes-general-all",
            message:
                "nodes-general-all (aws:eks/nodeGroup:NodeGroup): instance types m7i.xlarge, m7a.xlarge, m7g.xlarge are of amd64 and arm64; they must be of one architecture. Choose types of one.",
        },
        {
            when: "a tier's nodes are for images that there are not",
            change: (stack) =>
                stack
                    .set(TEMPLATE, "nodes-ml", "instanceType", "m7g.4xlarge")
                    .set(GROUP, "nodes-ml-all", "amiType", "AL2023_ARM_64_STANDARD"),
            at: "aws:eks/nodeGroup:NodeGroup nodes-ml-all",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.mlWorker runs on nodes-ml-all (aws:eks/nodeGroup:NodeGroup), whose nodes are arm64, but the images are for amd64 (setting imageArchitectures). Use other instance types, or build the images for both and say so in the setting.",
        },
    ],
    absent: [
        {
            when: "a group names no AMI type, which means the one of its instances",
            passes: true,
            change: (stack) => stack.unset(GROUP, "nodes-ml-all", "amiType"),
        },
    ],
    unknown: [
        {
            when: "the AMI is the program's own",
            change: (stack) => stack.set(GROUP, "nodes-ml-all", "amiType", "CUSTOM"),
            unchecked: "nodes-ml-all (aws:eks/nodeGroup:NodeGroup): amiType is CUSTOM: its architecture does not show",
        },
    ],
};
