import type { Input } from "@pulumi/pulumi";
import type { AlarmRow } from "../alarms";

export interface DomainLimits {
    readonly domainName: Input<string>;
    readonly accountId: string;
    readonly dataNodes: number;
    /** Dedicated ones; 0 for none. */
    readonly masterNodes: number;
    /** Of one data node. */
    readonly volumeGb: number;
}

/** What kills the domain: rows of everything that it has. */
export function domainAlarms(limits: DomainLimits): readonly AlarmRow[] {
    return everyAlarm(limits).filter(({ key }) => {
        // Replicas have no second node to be on: such a domain is yellow for life.
        if (key === "yellow") return limits.dataNodes > 1;
        return limits.masterNodes > 0 || !key.startsWith("master-");
    });
}

/**
 * All rows. Thresholds are AWS's own advice, which also says why:
 * https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cloudwatch-alarms.html
 */
function everyAlarm(limits: DomainLimits): readonly AlarmRow[] {
    const dimensions = { DomainName: limits.domainName, ClientId: limits.accountId };
    const watch = (metric: string) => ({
        series: [{ metric, dimensions }],
        statistic: "Maximum" as const,
        comparison: "atLeast" as const,
        threshold: 1,
        period: 60,
        periods: 1,
        missingData: "notBreaching" as const,
    });
    return [
        {
            key: "red",
            description:
                "A primary shard and all its replicas are on no node: that part of the index is gone for searches and writes.",
            ...watch("ClusterStatus.red"),
        },
        {
            key: "yellow",
            description: "A replica shard has been on no node for 5 minutes: the next lost node may take data with it.",
            ...watch("ClusterStatus.yellow"),
            periods: 5,
        },
        {
            key: "storage",
            description:
                "A data node has less than 25 % of its volume free; at 20 % or 20 GiB the domain blocks writes. Raise kaireon:search.volumeGb.",
            ...watch("FreeStorageSpace"),
            statistic: "Minimum",
            comparison: "below",
            // The metric is in MiB.
            threshold: Math.round(0.25 * limits.volumeGb * 1024),
        },
        {
            key: "writes-blocked",
            description: "The domain refuses writes, for want of storage or of memory.",
            ...watch("ClusterIndexWritesBlocked"),
            period: 300,
        },
        {
            key: "nodes",
            description: "Nodes have been missing for an hour, or the domain reports nothing.",
            ...watch("Nodes"),
            statistic: "Minimum",
            comparison: "below",
            threshold: limits.dataNodes + limits.masterNodes,
            period: 300,
            periods: 12,
            missingData: "breaching",
        },
        {
            key: "master-unreachable",
            description:
                "No dedicated master answers: the domain cannot place shards, create indices or replace nodes.",
            ...watch("MasterReachableFromNode"),
            comparison: "below",
            periods: 5,
        },
        {
            key: "snapshot-failure",
            description: "The hourly automatic snapshot failed; mostly because the domain is red.",
            ...watch("AutomatedSnapshotFailure"),
        },
        {
            key: "jvm-memory",
            description: "A data node's heap has been 95 % full for 3 minutes: it will run out of memory.",
            ...watch("JVMMemoryPressure"),
            threshold: 95,
            periods: 3,
        },
        {
            key: "master-jvm-memory",
            description: "A dedicated master's heap has been 95 % full for 3 minutes: the domain will lose its master.",
            ...watch("MasterJVMMemoryPressure"),
            threshold: 95,
            periods: 3,
        },
        {
            key: "cpu",
            description: "A data node has been above 80 % CPU for 45 minutes: searches queue and are rejected.",
            ...watch("CPUUtilization"),
            threshold: 80,
            period: 900,
            periods: 3,
        },
        {
            key: "master-cpu",
            description: "A dedicated master has been above 50 % CPU for 45 minutes: it is too small for the domain.",
            ...watch("MasterCPUUtilization"),
            threshold: 50,
            period: 900,
            periods: 3,
        },
        {
            key: "kms-key-error",
            description: "The domain's key is disabled: the domain stops until it is enabled again.",
            ...watch("KMSKeyError"),
        },
        {
            key: "kms-key-inaccessible",
            description:
                "The domain's key is deleted or its grants are revoked: the domain cannot be recovered without it.",
            ...watch("KMSKeyInaccessible"),
        },
    ];
}
