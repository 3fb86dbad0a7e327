import type { Samples } from "../../test/policy/cases";

export const samples: Samples = {
    inputs: {
        "rds-event-subscription-require-parameter-group-events": {
            snsTopic: "arn:aws:sns:eu-west-1:123456789012:alarms",
            sourceType: "db-parameter-group",
        },
        "rds-event-subscription-require-security-group-events": {
            snsTopic: "arn:aws:sns:eu-west-1:123456789012:alarms",
            sourceType: "db-security-group",
        },
        "aws:rds/proxy:Proxy": {
            engineFamily: "POSTGRESQL",
            requireTls: true,
        },
        "aws:rds/clusterSnapshot:ClusterSnapshot": {
            dbClusterIdentifier: "postgres",
            sharedAccounts: ["123456789012"],
        },
        "aws:rds/clusterSnapshotCopy:ClusterSnapshotCopy": {
            sourceDbClusterSnapshotIdentifier: "postgres-1",
            sharedAccounts: ["123456789012"],
        },
    },
    also: {
        "rds-cluster-require-deletion-protection": { "protection-fits-stack": "the other stores are to be kept" },
        "rds-cluster-require-supported-engine": {
            "database-version-fits-application": "the product asks for a version too",
        },
    },
};
