import { resourcePolicy } from "../../policy";
import { minorOf, OLDEST_VERSION, versionAt } from "./kubernetes-version";

/** Whether nodes fit the control plane's version: nodes-fit-control-plane. */
export const eksNodeGroupRequireSupportedVersion = resourcePolicy({
    id: "eks-node-group-require-supported-version",
    title: "Nodes are of a Kubernetes version in standard support",
    why: "Older kubelets get no fixes.",
    fix: "Set the node group's version to the cluster's, or leave it out",
    severity: "high",
    controls: ["EKS.9"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html"],
    settings: {
        oldest: { description: "Oldest Kubernetes version in standard support", default: OLDEST_VERSION },
    },
    types: ["aws:eks/nodeGroup:NodeGroup"],
    check: ({ label, properties, urn }, report, { oldest }) => {
        const version = versionAt(properties.at("version"));
        if (version !== undefined && version < minorOf(oldest))
            report.violation(
                `${label}: version is ${properties.shown("version")}; it must be ${oldest} or later. Set it to the cluster's.`,
                { urn },
            );
    },
});
