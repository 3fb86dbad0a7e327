import { resourcePolicy } from "../../policy";

export const rdsClusterRequireFinalSnapshot = resourcePolicy({
    id: "rds-cluster-require-final-snapshot",
    title: "Deleting an Aurora cluster leaves a snapshot behind",
    why: "A cluster that is deleted without one is gone with all its automated backups.",
    fix: "Set skipFinalSnapshot to false and finalSnapshotIdentifier to a name that no earlier snapshot has",
    severity: "high",
    pitfalls: ["P-DEL-01"],
    links: ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html"],
    types: ["aws:rds/cluster:Cluster"],
    check: ({ label, properties, urn }, report) => {
        if (properties.flag("skipFinalSnapshot") === true)
            return report.violation(`${label}: skipFinalSnapshot is true; it must be false. Leave it out.`, { urn });
        if (!properties.at("finalSnapshotIdentifier").exists)
            report.violation(
                `${label}: finalSnapshotIdentifier is not set; without a name the deletion fails. Set it to a name that no earlier snapshot has.`,
                { urn },
            );
    },
});
