import * as appautoscaling from "@pulumi/aws/appautoscaling";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as msk from "@pulumi/aws/msk";
import type * as pulumi from "@pulumi/pulumi";
import type { StorePlacement } from "../backend";
import { type BrokerKind, serverProperties } from "./topics";

export type KafkaAuthentication = "iam" | "scram";

/** The volumes of Standard brokers. */
export interface BrokerDisk {
    /** Of each broker, at the start; the autoscaler owns it afterwards. */
    readonly volumeGb: number;
    /** Where the autoscaler stops. */
    readonly maxVolumeGb: number;
}

export interface KafkaClusterArgs {
    readonly placement: StorePlacement;
    readonly kafkaVersion: string;
    readonly brokerInstanceType: string;
    readonly brokers: number;
    readonly kind: BrokerKind;
    readonly disk?: BrokerDisk;
    readonly authentication: KafkaAuthentication;
    readonly replicationFactor: number;
    readonly keyArn: pulumi.Input<string>;
    readonly groupId: pulumi.Input<string>;
}

/** The cluster with its configuration and log group, and the scaling of its volumes if it has any. */
export function createCluster(name: string, args: KafkaClusterArgs, child: pulumi.CustomResourceOptions): msk.Cluster {
    const { placement } = args;
    const logs = new cloudwatch.LogGroup(
        `${name}-logs`,
        { retentionInDays: placement.logRetentionDays, kmsKeyId: args.keyArn },
        child,
    );
    const configuration = new msk.Configuration(
        `${name}-configuration`,
        {
            description: "Brokers of the platform",
            serverProperties: serverProperties(args.replicationFactor, args.kind),
        },
        child,
    );
    const cluster = new msk.Cluster(
        name,
        {
            ...clusterSettings(args),
            configurationInfo: { arn: configuration.arn, revision: configuration.latestRevision },
            loggingInfo: { brokerLogs: { cloudwatchLogs: { enabled: true, logGroup: logs.name } } },
        },
        {
            ...child,
            protect: placement.protect,
            // The autoscaler owns it, and it can only grow: to ask for the first size again would be refused.
            ignoreChanges: args.disk ? ["brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize"] : [],
        },
    );
    if (args.disk) createVolumeScaling(name, cluster.arn, args.disk.maxVolumeGb, child);
    return cluster;
}

function clusterSettings(args: KafkaClusterArgs): msk.ClusterArgs {
    return {
        kafkaVersion: args.kafkaVersion,
        numberOfBrokerNodes: args.brokers,
        brokerNodeGroupInfo: {
            instanceType: args.brokerInstanceType,
            clientSubnets: args.placement.subnets.map(({ id }) => id),
            securityGroups: [args.groupId],
            ...(args.disk ? { storageInfo: { ebsStorageInfo: { volumeSize: args.disk.volumeGb } } } : {}),
        },
        clientAuthentication: {
            sasl: args.authentication === "iam" ? { iam: true } : { scram: true },
            unauthenticated: false,
        },
        encryptionInfo: {
            encryptionAtRestKmsKeyArn: args.keyArn,
            encryptionInTransit: { clientBroker: "TLS", inCluster: true },
        },
        // The topics are few, and which one grows is the first question when a disk fills.
        enhancedMonitoring: "PER_TOPIC_PER_BROKER",
    };
}

/** https://docs.aws.amazon.com/msk/latest/developerguide/msk-autoexpand.html */
function createVolumeScaling(
    name: string,
    resourceId: pulumi.Input<string>,
    maxVolumeGb: number,
    child: pulumi.CustomResourceOptions,
): void {
    const target = new appautoscaling.Target(
        `${name}-volume`,
        {
            serviceNamespace: "kafka",
            scalableDimension: "kafka:broker-storage:VolumeSize",
            resourceId,
            minCapacity: 1,
            maxCapacity: maxVolumeGb,
        },
        child,
    );
    new appautoscaling.Policy(
        `${name}-volume-scaling`,
        {
            serviceNamespace: target.serviceNamespace,
            scalableDimension: target.scalableDimension,
            resourceId: target.resourceId,
            policyType: "TargetTrackingScaling",
            targetTrackingScalingPolicyConfiguration: {
                predefinedMetricSpecification: { predefinedMetricType: "KafkaBrokerStorageUtilization" },
                // Percent. A volume grows at most every six hours: what is left has to last until then.
                targetValue: 60,
                disableScaleIn: true,
            },
        },
        child,
    );
}
