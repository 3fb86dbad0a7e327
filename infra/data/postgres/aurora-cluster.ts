import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as rds from "@pulumi/aws/rds";
import type * as pulumi from "@pulumi/pulumi";
import type { StorePlacement } from "../backend";
import { finalSnapshotName } from "../final-snapshot";
import { MAINTENANCE_WINDOWS } from "../maintenance-windows";
import { ENGINE_PARAMETERS, majorVersion } from "./aurora-engine";

/** `standard` charges each I/O; `ioOptimized` charges none, a third more for instances and over twice as much for storage. */
export type AuroraStorage = "standard" | "ioOptimized";

interface ClusterArgs {
    readonly placement: StorePlacement;
    readonly identifier: string;
    readonly port: number;
    readonly engineVersion: string;
    readonly databaseName: string;
    readonly storage: AuroraStorage;
    readonly snapshotIdentifier?: string | undefined;
    readonly backupRetentionDays: number;
    readonly keyArn: pulumi.Input<string>;
    readonly groupId: pulumi.Input<string>;
}

/** The cluster record with its subnet group, parameters and log group; the instances follow. */
export function createCluster(name: string, args: ClusterArgs, child: pulumi.CustomResourceOptions): rds.Cluster {
    const { placement } = args;
    const subnets = new rds.SubnetGroup(`${name}-subnets`, { subnetIds: placement.subnets.map(({ id }) => id) }, child);
    const parameters = new rds.ClusterParameterGroup(
        `${name}-parameters`,
        { family: `aurora-postgresql${majorVersion(args.engineVersion)}`, parameters: [...ENGINE_PARAMETERS] },
        child,
    );
    // RDS would create it by itself, without retention and key, on the first line it writes.
    const logs = new cloudwatch.LogGroup(
        `${name}-logs`,
        {
            name: `/aws/rds/cluster/${args.identifier}/postgresql`,
            retentionInDays: placement.logRetentionDays,
            kmsKeyId: args.keyArn,
        },
        child,
    );
    return new rds.Cluster(
        name,
        {
            ...clusterSettings(args),
            dbSubnetGroupName: subnets.name,
            dbClusterParameterGroupName: parameters.name,
            ...deletion(name, args, child),
        },
        {
            ...child,
            protect: placement.protect,
            // The identifier is fixed: a replacement can be created only after the old cluster is gone, which `protect` refuses.
            deleteBeforeReplace: true,
            // Read once, when the cluster is made: for another name later on the provider would replace the database, and all that came since.
            ignoreChanges: ["snapshotIdentifier"],
            dependsOn: [logs],
        },
    );
}

function clusterSettings(args: ClusterArgs): rds.ClusterArgs {
    return {
        clusterIdentifier: args.identifier,
        engine: "aurora-postgresql",
        engineVersion: args.engineVersion,
        // An engine past its end of life is charged per vCPU; better to be told to upgrade.
        engineLifecycleSupport: "open-source-rds-extended-support-disabled",
        ...origin(args),
        // After a restore the provider sets it by a change: the password of the snapshot's time does not live on.
        manageMasterUserPassword: true,
        masterUserSecretKmsKeyId: args.keyArn,
        // For people: they log in with their own IAM identity and leave the master password to the pods.
        iamDatabaseAuthenticationEnabled: true,
        port: args.port,
        vpcSecurityGroupIds: [args.groupId],
        storageEncrypted: true,
        // Of a restored cluster too, whatever the snapshot was encrypted with: without it RDS takes the snapshot's key, or none.
        kmsKeyId: args.keyArn,
        // Absent is standard. AWS lets a cluster go to I/O-Optimized once in 30 days, and back at any time; neither replaces it.
        ...(args.storage === "ioOptimized" ? { storageType: "aurora-iopt1" } : {}),
        backupRetentionPeriod: args.backupRetentionDays,
        preferredBackupWindow: MAINTENANCE_WINDOWS.postgres.backup,
        preferredMaintenanceWindow: MAINTENANCE_WINDOWS.postgres.maintenance,
        copyTagsToSnapshot: true,
        enabledCloudwatchLogsExports: ["postgresql"],
        // What restarts instances waits for the maintenance window.
        applyImmediately: false,
    };
}

/** A new database with its first user, or the snapshot's: RDS can rename neither, and the provider would replace the cluster for another name. */
function origin({ databaseName, snapshotIdentifier }: ClusterArgs): Partial<rds.ClusterArgs> {
    return snapshotIdentifier === undefined ? { databaseName, masterUsername: "kaireon" } : { snapshotIdentifier };
}

function deletion(name: string, args: ClusterArgs, child: pulumi.CustomResourceOptions): Partial<rds.ClusterArgs> {
    if (!args.placement.protect) {
        return { deletionProtection: false, skipFinalSnapshot: true, deleteAutomatedBackups: true };
    }
    return {
        deletionProtection: true,
        skipFinalSnapshot: false,
        finalSnapshotIdentifier: finalSnapshotName(name, args.identifier, child),
        deleteAutomatedBackups: false,
    };
}
