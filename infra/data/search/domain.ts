import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as opensearch from "@pulumi/aws/opensearch";
import type * as pulumi from "@pulumi/pulumi";
import { isBurstable } from "../../facts/opensearch";
import { policyDocument } from "../../iam/policy-document";
import type { StorePlacement } from "../backend";
import { MAINTENANCE_WINDOWS } from "../maintenance-windows";
import { logWriterPolicy } from "./opensearch-access";

interface DomainArgs {
    readonly placement: StorePlacement;
    readonly engineVersion: string;
    readonly dataInstanceType: string;
    readonly dataNodes: number;
    readonly masterInstanceType: string;
    /** 0: the data nodes elect one of themselves. */
    readonly masterNodes: number;
    readonly volumeGb: number;
    readonly createServiceLinkedRole?: boolean;
    readonly keyArn: pulumi.Input<string>;
    readonly groupId: pulumi.Input<string>;
    readonly masterUserArn: pulumi.Input<string>;
}

const LOGS = {
    "search-slow-logs": "SEARCH_SLOW_LOGS",
    "index-slow-logs": "INDEX_SLOW_LOGS",
    "application-logs": "ES_APPLICATION_LOGS",
    "audit-logs": "AUDIT_LOGS",
} as const;

/** The domain with its log groups and, where the account has none, OpenSearch's service-linked role. */
export function createDomain(name: string, args: DomainArgs, child: pulumi.CustomResourceOptions): opensearch.Domain {
    const { placement } = args;
    const logs = Object.entries(LOGS).map(([role, logType]) => ({
        logType,
        group: new cloudwatch.LogGroup(
            `${name}-${role}`,
            { retentionInDays: placement.logRetentionDays, kmsKeyId: args.keyArn },
            child,
        ),
    }));
    const logArns = logs.map(({ group }) => group.arn);
    const logWriter = new cloudwatch.LogResourcePolicy(
        `${name}-log-writer`,
        {
            policyName: `${placement.namePrefix}-${name}`,
            policyDocument: policyDocument(logWriterPolicy(logArns, placement.accountId)),
        },
        child,
    );
    const serviceLinkedRole = args.createServiceLinkedRole
        ? [new iam.ServiceLinkedRole(`${name}-service`, { awsServiceName: "opensearchservice.amazonaws.com" }, child)]
        : [];
    return new opensearch.Domain(
        name,
        {
            ...domainSettings(args),
            logPublishingOptions: logs.map(({ logType, group }) => ({ logType, cloudwatchLogGroupArn: group.arn })),
        },
        { ...child, protect: placement.protect, dependsOn: [logWriter, ...serviceLinkedRole] },
    );
}

function domainSettings(args: DomainArgs): opensearch.DomainArgs {
    // Without zone awareness AWS takes one subnet, and with it one for each zone.
    const subnets = args.placement.subnets.slice(0, args.dataNodes);
    return {
        engineVersion: args.engineVersion,
        clusterConfig: {
            instanceType: args.dataInstanceType,
            instanceCount: args.dataNodes,
            ...masters(args),
            ...zones(subnets.length),
            // A standby zone refuses indices without two replicas, and how the application creates its own is not documented.
            multiAzWithStandbyEnabled: false,
        },
        ebsOptions: { ebsEnabled: true, volumeType: "gp3", volumeSize: args.volumeGb },
        // Can't be moved into a VPC, or out of it, later.
        vpcOptions: { subnetIds: subnets.map(({ id }) => id), securityGroupIds: [args.groupId] },
        encryptAtRest: { enabled: true, kmsKeyId: args.keyArn },
        nodeToNodeEncryption: { enabled: true },
        domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },
        advancedSecurityOptions: {
            enabled: true,
            internalUserDatabaseEnabled: false,
            masterUserOptions: { masterUserArn: args.masterUserArn },
        },
        autoTuneOptions: autoTune(args.dataInstanceType),
        offPeakWindowOptions: {
            enabled: true,
            offPeakWindow: { windowStartTime: MAINTENANCE_WINDOWS.search.offPeak },
        },
        softwareUpdateOptions: { autoSoftwareUpdateEnabled: true },
    };
}

type ClusterConfig = pulumi.Unwrap<NonNullable<opensearch.DomainArgs["clusterConfig"]>>;

function masters({ masterNodes, masterInstanceType }: DomainArgs): Partial<ClusterConfig> {
    if (masterNodes === 0) return { dedicatedMasterEnabled: false };
    return {
        dedicatedMasterEnabled: true,
        dedicatedMasterType: masterInstanceType,
        dedicatedMasterCount: masterNodes,
    };
}

function zones(count: number): Partial<ClusterConfig> {
    if (count === 1) return { zoneAwarenessEnabled: false };
    return { zoneAwarenessEnabled: true, zoneAwarenessConfig: { availabilityZoneCount: count } };
}

/** T nodes have none, and AWS turns it on for whoever does not say that it is off: "Autotune is not supported in t2/t3 instance types." */
function autoTune(dataInstanceType: string) {
    const rollbackOnDisable = "NO_ROLLBACK";
    if (isBurstable(dataInstanceType)) return { desiredState: "DISABLED", rollbackOnDisable };
    return { desiredState: "ENABLED", rollbackOnDisable, useOffPeakWindow: true };
}
