import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as iam from "@pulumi/aws/iam";
import * as opensearch from "@pulumi/aws/opensearch";
import type * as pulumi from "@pulumi/pulumi";
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
    const { subnets } = args.placement;
    return {
        engineVersion: args.engineVersion,
        clusterConfig: {
            instanceType: args.dataInstanceType,
            instanceCount: args.dataNodes,
            dedicatedMasterEnabled: true,
            dedicatedMasterType: args.masterInstanceType,
            dedicatedMasterCount: args.masterNodes,
            zoneAwarenessEnabled: true,
            zoneAwarenessConfig: { availabilityZoneCount: subnets.length },
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
        autoTuneOptions: { desiredState: "ENABLED", rollbackOnDisable: "NO_ROLLBACK", useOffPeakWindow: true },
        offPeakWindowOptions: {
            enabled: true,
            offPeakWindow: { windowStartTime: MAINTENANCE_WINDOWS.search.offPeak },
        },
        softwareUpdateOptions: { autoSoftwareUpdateEnabled: true },
    };
}
