import { releasePolicy } from "../policy";
import { compareVersions } from "./versions";

const CLUSTER = "aws:eks/cluster:Cluster";

export const clusterVersionFitsChart = releasePolicy({
    id: "cluster-version-fits-chart",
    title: "The cluster's version serves the kinds that the chart renders",
    why: "An older control plane answers no matches for kind, after other objects of the release are installed.",
    fix: "Raise the version of the cluster",
    severity: "medium",
    pitfalls: ["P-VER-01"],
    links: [
        "https://docs.kaireonai.com/deployment/kubernetes",
        "https://kubernetes.io/docs/reference/using-api/deprecation-guide/",
    ],
    settings: {
        minimumVersion: { description: "Oldest Kubernetes that the chart's kubeVersion admits", default: "1.24" },
    },
    check: (release, stack, report, { minimumVersion }) => {
        report.each(stack.ofType(CLUSTER), (cluster) => {
            // Left out, EKS takes its newest.
            if (!cluster.gives("version")) return;
            const version = cluster.properties.text("version") ?? "";
            if (compareVersions(version, minimumVersion) >= 0) return;
            report.violation(
                `${cluster.label}: version is ${version}, but ${release.label} needs Kubernetes ${minimumVersion} or newer. Raise it.`,
                cluster,
            );
        });
    },
});
