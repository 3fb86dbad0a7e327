import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { type Report, releasePolicy } from "../policy";
import { storesOf } from "./stores-of";
import { majorOf } from "./versions";

const CLUSTER = "aws:rds/cluster:Cluster";
const PARAMETERS = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

export const databaseVersionFitsApplication = releasePolicy({
    id: "database-version-fits-application",
    title: "PostgreSQL is as new as the application needs, and its parameter group is of the same major version",
    why: "The schema push fails on missing features; RDS refuses a parameter group of another family.",
    fix: "Raise engineVersion, and take the parameter group's family from it",
    severity: "medium",
    pitfalls: ["P-VER-02"],
    links: ["https://docs.kaireonai.com/platform/ops/runbooks/database-maintenance"],
    settings: {
        minimumMajor: {
            description: "Oldest major version of PostgreSQL that the application runs on",
            default: 15,
            minimum: 10,
        },
    },
    check: (release, stack, report, { minimumMajor }) => {
        report.each(storesOf(release, stack, CLUSTER), (cluster) => {
            const isPostgres = /postgres/.test(cluster.properties.text("engine") ?? "");
            if (!isPostgres || !cluster.gives("engineVersion")) return;
            const version = cluster.properties.text("engineVersion") ?? "";
            if (majorOf(version) < minimumMajor)
                report.violation(
                    `${cluster.label}: engineVersion is ${version}, but ${release.label} needs PostgreSQL ${minimumMajor} or newer. Raise it.`,
                    cluster,
                );
            checkFamily(cluster, majorOf(version), stack, report);
        });
    },
});

function checkFamily(cluster: StackResource, major: number, stack: Stack, report: Report): void {
    for (const group of cluster.references("dbClusterParameterGroupName", PARAMETERS, stack.ofType(PARAMETERS))) {
        const family = group.properties.text("family") ?? "";
        if (family.endsWith(`postgresql${major}`)) continue;
        report.violation(
            `${group.label}: family is ${family}, but ${cluster.label} has engineVersion ${cluster.properties.text("engineVersion")}. Set it to aurora-postgresql${major}.`,
            group,
        );
    }
}
