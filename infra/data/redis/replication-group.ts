import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as elasticache from "@pulumi/aws/elasticache";
import type * as pulumi from "@pulumi/pulumi";
import type { StorePlacement } from "../backend";
import { finalSnapshotName } from "../final-snapshot";
import { MAINTENANCE_WINDOWS } from "../maintenance-windows";
import { engineParameters, parameterFamily, type RedisEngine } from "./engine";

interface ReplicationGroupArgs {
    readonly placement: StorePlacement;
    readonly nodeType: string;
    readonly engine: RedisEngine;
    readonly engineVersion: string;
    readonly shards: number;
    readonly replicasPerShard: number;
    readonly snapshotRetentionDays?: number;
    readonly port: number;
    readonly keyArn: pulumi.Input<string>;
    readonly groupId: pulumi.Input<string>;
    readonly authToken: pulumi.Output<string>;
}

const LOG_TYPES = ["slow-log", "engine-log"] as const;

/** The cluster with its subnet group, parameters and log groups. */
export function createReplicationGroup(
    name: string,
    args: ReplicationGroupArgs,
    child: pulumi.CustomResourceOptions,
): elasticache.ReplicationGroup {
    const { placement } = args;
    const subnets = new elasticache.SubnetGroup(
        `${name}-subnets`,
        { subnetIds: placement.subnets.map(({ id }) => id) },
        child,
    );
    const parameters = new elasticache.ParameterGroup(
        `${name}-parameters`,
        { family: parameterFamily(args.engine, args.engineVersion), parameters: [...engineParameters(args.nodeType)] },
        child,
    );
    const logs = LOG_TYPES.map((logType) => {
        const group = new cloudwatch.LogGroup(
            `${name}-${logType}`,
            { retentionInDays: placement.logRetentionDays, kmsKeyId: args.keyArn },
            child,
        );
        return { destination: group.name, destinationType: "cloudwatch-logs", logFormat: "json", logType };
    });
    return new elasticache.ReplicationGroup(
        name,
        {
            ...clusterSettings(name, args),
            subnetGroupName: subnets.name,
            parameterGroupName: parameters.name,
            logDeliveryConfigurations: logs,
            ...(placement.protect
                ? { finalSnapshotIdentifier: finalSnapshotName(name, `${placement.namePrefix}-${name}`, child) }
                : {}),
        },
        {
            ...child,
            protect: placement.protect,
            // Moving slots to new shards takes as long as the data is large; the provider gives up after 40 minutes.
            customTimeouts: { update: "4h" },
        },
    );
}

function clusterSettings(name: string, args: ReplicationGroupArgs): elasticache.ReplicationGroupArgs {
    return {
        description: `Cache and queues of the platform (${args.placement.namePrefix}-${name})`,
        engine: args.engine,
        engineVersion: args.engineVersion,
        // AWS moves the minor release in the window; after a refresh the program asks for the old one until its setting follows.
        autoMinorVersionUpgrade: true,
        nodeType: args.nodeType,
        numNodeGroups: args.shards,
        replicasPerNodeGroup: args.replicasPerShard,
        clusterMode: "enabled",
        // AWS refuses cluster mode without it, even where no replica could take over.
        automaticFailoverEnabled: true,
        // Promises a replica in another zone: AWS refuses it where there is none.
        multiAzEnabled: args.replicasPerShard > 0,
        port: args.port,
        securityGroupIds: [args.groupId],
        transitEncryptionEnabled: true,
        transitEncryptionMode: "required",
        atRestEncryptionEnabled: true,
        kmsKeyId: args.keyArn,
        authToken: args.authToken,
        // A new password is added before the old one goes: pods that still have the old one stay connected.
        authTokenUpdateStrategy: "ROTATE",
        snapshotRetentionLimit: args.snapshotRetentionDays ?? 7,
        snapshotWindow: MAINTENANCE_WINDOWS.redis.backup,
        maintenanceWindow: MAINTENANCE_WINDOWS.redis.maintenance,
        applyImmediately: false,
    };
}
