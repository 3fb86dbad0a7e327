import { stackPolicy } from "../policy";
import { NODE_GROUP } from "./node-groups";
import { compareVersions, minorOf } from "./versions";

const CLUSTER = "aws:eks/cluster:Cluster";

export const nodesFitControlPlane = stackPolicy({
    id: "nodes-fit-control-plane",
    title: "Node groups are not newer than the control plane, and at most three minor versions older",
    why: "Kubernetes supports no other pair: EKS refuses the update, or the CNI breaks on the new nodes.",
    fix: "Upgrade control plane, add-ons and nodes in this order, one minor version at a time",
    severity: "medium",
    pitfalls: ["P-VER-03"],
    links: ["https://kubernetes.io/releases/version-skew-policy/"],
    types: [NODE_GROUP],
    check: (stack, report) => {
        report.each(stack.ofType(CLUSTER), (cluster) => {
            if (!cluster.gives("version")) return;
            const version = cluster.properties.text("version") ?? "";
            report.each(stack.referringTo(cluster, NODE_GROUP, "clusterName"), (group) => {
                // Left out, a group follows the control plane at its creation.
                if (!group.gives("version")) return;
                const own = group.properties.text("version") ?? "";
                const isNewer = compareVersions(own, version) > 0;
                if (!isNewer && minorOf(version) - minorOf(own) <= 3) return;
                const rule = isNewer ? "a node is never newer" : "a node is at most three minor versions older";
                report.violation(
                    `${group.label}: version is ${own}, but ${cluster.label} has ${version}; ${rule}. Make them equal.`,
                    group,
                );
            });
        });
    },
});
