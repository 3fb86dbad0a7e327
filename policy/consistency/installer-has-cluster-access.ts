import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { waitsFor } from "./waits-for";

const CLUSTER = "aws:eks/cluster:Cluster";
const ENTRY = "aws:eks/accessEntry:AccessEntry";

export const installerHasClusterAccess = releasePolicy({
    id: "installer-has-cluster-access",
    title: "Whoever installs the release has access to the cluster before it does",
    why: "A cluster that gives its creator no access answers Unauthorized to the first Kubernetes object.",
    fix: "Add an access entry for the deploying role and let the release wait for it, or let the creator be administrator",
    severity: "medium",
    pitfalls: ["P-IAM-08"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/access-entries.html"],
    check: (release, stack, report) => {
        report.each(stack.ofType(CLUSTER), (cluster) => {
            if (creatorIsAdministrator(cluster)) return;
            const entries = stack.referringTo(cluster, ENTRY, "clusterName");
            if (entries.some((entry) => waitsFor(release.resource, entry, stack))) return;
            const what =
                entries.length === 0
                    ? "the cluster has no access entry"
                    : "the release waits for none of its access entries";
            report.violation(
                `${cluster.label}: accessConfig.bootstrapClusterCreatorAdminPermissions is false and ${what}, but ${release.label} is installed into it. ` +
                    "Add an entry for the deploying role and make the release wait for it.",
                cluster,
            );
        });
    },
});

function creatorIsAdministrator(cluster: StackResource): boolean {
    if (!cluster.gives("accessConfig")) return true;
    const access = cluster.properties.at("accessConfig");
    return (
        access.text("authenticationMode") !== "API" || access.flag("bootstrapClusterCreatorAdminPermissions") !== false
    );
}
