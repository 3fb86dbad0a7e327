import type { PolicyCases } from "../../test/policy/cases";

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a memory limit is larger than the node",
            change: (stack) => stack.setValue("outboxPublisher.resources.limits.memory", "16Gi"),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.outboxPublisher.resources.limits.memory is 16Gi, but a node of nodes-general-all (aws:eks/nodeGroup:NodeGroup) (m7i.xlarge) has room for 3740m CPU and 14042Mi beside the daemon sets. Choose a larger instance type, or lower it.",
        },
        {
            when: "the nodes are too small for a pod's memory",
            change: (stack) => stack.set(TEMPLATE, "nodes-ml", "instanceType", "c7i.xlarge"),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.mlWorker.resources.requests.memory is 8Gi, but a node of nodes-ml-all (aws:eks/nodeGroup:NodeGroup) (c7i.xlarge) has room for 3740m CPU and 6464Mi beside the daemon sets. Choose a larger instance type, or lower it.",
        },
    ],
    absent: [
        {
            when: "a tier requests nothing",
            passes: true,
            change: (stack) => stack.unsetValue("outboxPublisher.resources"),
        },
    ],
    unknown: [
        {
            when: "a pod's memory is not known",
            change: (stack) => stack.setValueUnknown("mlWorker.resources.requests.memory"),
            unchecked:
                "kaireon (kubernetes:helm.sh/v3:Release): values.mlWorker.resources.requests.memory is not known before the update",
        },
        {
            when: "the size of the nodes is not known",
            change: (stack) => stack.set(TEMPLATE, "nodes-ml", "instanceType", "p5.48xlarge"),
            unchecked: "the CPU and memory of p5.48xlarge are not known to this policy",
        },
    ],
};
