import type { ClusterArgs, ClusterInstanceArgs } from "@pulumi/aws/rds";
import { controls } from "../control";
import { atLeast, equalTo } from "../requirement";

const PAGE = "https://docs.aws.amazon.com/securityhub/latest/userguide/rds-controls.html";

export const rdsControls = [
    ...controls<ClusterArgs>("aws:rds/cluster:Cluster", [
        {
            id: "rds-cluster-require-encryption",
            title: "Aurora clusters are encrypted at rest",
            property: "storageEncrypted",
            must: equalTo(true),
            absentIs: false,
            severity: "medium",
            controls: ["RDS.27", "RDS.3"],
            why: "Storage, backups and readers would lie on disk in plain, and encryption cannot be turned on later.",
            fix: "Set storageEncrypted to true; an existing cluster has to be restored from a snapshot into an encrypted one.",
            links: [`${PAGE}#rds-27`],
            violatedBy: false,
        },
        {
            id: "rds-cluster-require-backups",
            title: "Aurora clusters keep backups for at least seven days",
            property: "backupRetentionPeriod",
            must: atLeast(7),
            absentIs: 1,
            severity: "medium",
            controls: ["RDS.11"],
            why: "Damage that is found after a weekend could not be undone.",
            fix: "Set backupRetentionPeriod to 7 days or more.",
            links: [`${PAGE}#rds-11`],
            violatedBy: 1,
        },
    ]),
    ...controls<ClusterInstanceArgs>("aws:rds/clusterInstance:ClusterInstance", [
        {
            id: "rds-cluster-instance-disallow-public-access",
            title: "Aurora instances have no public address",
            property: "publiclyAccessible",
            must: equalTo(false),
            absentIs: false,
            severity: "critical",
            controls: ["RDS.2"],
            why: "The database could be reached from the internet as soon as a security group allows it.",
            fix: "Set publiclyAccessible to false, or leave it out.",
            links: [`${PAGE}#rds-2`],
            violatedBy: true,
        },
    ]),
];
