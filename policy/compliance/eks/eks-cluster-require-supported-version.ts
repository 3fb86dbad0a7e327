import { resourcePolicy } from "../../policy";
import { minorOf, OLDEST_VERSION, versionAt } from "./kubernetes-version";

export const eksClusterRequireSupportedVersion = resourcePolicy({
    id: "eks-cluster-require-supported-version",
    title: "The cluster names a Kubernetes version in standard support",
    why: "Later versions alone get fixes, and a version that is not named is whatever is newest on the day of creation.",
    fix: "Set version to one in standard support, one minor version at a time",
    severity: "high",
    controls: ["EKS.2"],
    links: [
        "https://docs.aws.amazon.com/securityhub/latest/userguide/eks-controls.html#eks-2",
        "https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html",
    ],
    settings: {
        oldest: { description: "Oldest Kubernetes version in standard support", default: OLDEST_VERSION },
    },
    types: ["aws:eks/cluster:Cluster"],
    check: ({ label, properties, urn }, report, { oldest }) => {
        const version = versionAt(properties.at("version"));
        if (version === undefined || version < minorOf(oldest))
            report.violation(
                `${label}: version is ${properties.shown("version")}; it must be ${oldest} or later. Upgrade one minor version at a time.`,
                { urn },
            );
    },
});
