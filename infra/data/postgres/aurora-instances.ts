import * as iam from "@pulumi/aws/iam";
import * as rds from "@pulumi/aws/rds";
import type * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../../iam/policy-document";
import type { StorePlacement } from "../backend";
import { instanceMaintenanceWindow } from "../maintenance-windows";
import { awsUpgradesMinor } from "./aurora-engine";

/** https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Replication.html */
export const MAX_READERS = 15;

/** One instance of the cluster. Which one is the writer AWS decides, and decides anew at every failover. */
export interface AuroraMember {
    /** Ends the instance's name; an instance keeps it for life. */
    readonly ordinal: number;
    readonly zone: string;
    /** Lower is promoted first. */
    readonly promotionTier: number;
    readonly maintenanceWindow: string;
}

/**
 * The instances of a cluster with a writer and `readers` readers, spread over the zones in turn. One reader more adds one instance at
 * the end and changes none of the others.
 *
 * @param zones at least one, in a fixed order
 */
export function auroraMembers(readers: number, zones: readonly string[]): readonly AuroraMember[] {
    return Array.from({ length: readers + 1 }, (_, ordinal) => ({
        ordinal,
        zone: zones[ordinal % zones.length] ?? "",
        // The first two lie in different zones and take over from each other; the others follow only when both are gone.
        promotionTier: Math.min(ordinal, 2),
        maintenanceWindow: instanceMaintenanceWindow(ordinal),
    }));
}

interface InstancesArgs {
    readonly placement: StorePlacement;
    readonly identifier: string;
    readonly readers: number;
    readonly instanceClass: string;
    readonly engineVersion: string;
    readonly cluster: rds.Cluster;
    readonly keyArn: pulumi.Input<string>;
}

/** Creates writer and readers, all at once: the first that is available becomes the writer. */
export function createInstances(
    name: string,
    args: InstancesArgs,
    child: pulumi.CustomResourceOptions,
): rds.ClusterInstance[] {
    const { cluster, keyArn, placement } = args;
    const monitoring = createMonitoringRole(name, placement, child);
    const zones = placement.subnets.map(({ zone }) => zone);
    return auroraMembers(args.readers, zones).map(
        (member) =>
            new rds.ClusterInstance(
                `${name}-${member.ordinal}`,
                {
                    clusterIdentifier: cluster.id,
                    // The provider would name it by the time of day.
                    identifier: `${args.identifier}-${member.ordinal}`,
                    engine: "aurora-postgresql",
                    instanceClass: args.instanceClass,
                    availabilityZone: member.zone,
                    dbSubnetGroupName: cluster.dbSubnetGroupName,
                    promotionTier: member.promotionTier,
                    publiclyAccessible: false,
                    caCertIdentifier: "rds-ca-rsa2048-g1",
                    autoMinorVersionUpgrade: awsUpgradesMinor(args.engineVersion),
                    preferredMaintenanceWindow: member.maintenanceWindow,
                    copyTagsToSnapshot: true,
                    performanceInsightsEnabled: true,
                    performanceInsightsKmsKeyId: keyArn,
                    // The only retention without a charge, in days.
                    performanceInsightsRetentionPeriod: 7,
                    monitoringInterval: 60,
                    monitoringRoleArn: monitoring.roleArn,
                    applyImmediately: false,
                },
                { ...child, deleteBeforeReplace: true, dependsOn: [monitoring.permission] },
            ),
    );
}

/** The role by which the instances' agents write enhanced monitoring to CloudWatch Logs. */
function createMonitoringRole(
    name: string,
    { partition, accountId }: StorePlacement,
    child: pulumi.CustomResourceOptions,
): { readonly roleArn: pulumi.Output<string>; readonly permission: pulumi.Resource } {
    const role = new iam.Role(
        `${name}-monitoring`,
        {
            description: `Enhanced monitoring of ${name}`,
            assumeRolePolicy: policyDocument([
                {
                    Effect: "Allow",
                    Principal: { Service: "monitoring.rds.amazonaws.com" },
                    Action: "sts:AssumeRole",
                    Condition: { StringEquals: { "aws:SourceAccount": accountId } },
                },
            ]),
        },
        child,
    );
    const permission = new iam.RolePolicyAttachment(
        `${name}-monitoring-permission`,
        {
            role: role.name,
            policyArn: `arn:${partition}:iam::aws:policy/service-role/AmazonRDSEnhancedMonitoringRole`,
        },
        child,
    );
    return { roleArn: role.arn, permission };
}
