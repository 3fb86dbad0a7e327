import type { Input } from "@pulumi/pulumi";
import { QUERIES_PER_CONNECTION } from "../../facts/keyspaces";
import type { AlarmRow } from "../alarms";

export interface KeyspacesLimits {
    readonly keyspaceName: Input<string>;
    readonly tableName: Input<string>;
    readonly writesPerSecond: number;
}

const READS = ["SELECT"];
const WRITES = ["INSERT", "UPDATE", "DELETE"];

/**
 * What stops the table. Keyspaces counts what it refuses per kind of statement; drivers show all of it as time-outs.
 * https://docs.aws.amazon.com/keyspaces/latest/devguide/metrics-dimensions.html
 */
export function keyspacesAlarms(limits: KeyspacesLimits): readonly AlarmRow[] {
    const dimensions = { Keyspace: limits.keyspaceName, TableName: limits.tableName };
    const counted = {
        statistic: "Sum" as const,
        comparison: "atLeast" as const,
        period: 60,
        // A table that refuses nothing reports nothing.
        missingData: "notBreaching" as const,
    };
    const refused = (metric: string, statements: readonly string[]) => ({
        ...counted,
        series: statements.map((Operation) => ({ metric, dimensions: { ...dimensions, Operation } })),
        ...(statements.length > 1 ? { expression: "SUM(METRICS())" } : {}),
        threshold: 1,
        periods: 3,
    });
    return [
        {
            key: "write-throttles",
            description:
                "Writes have been refused for 3 minutes: more than the table's capacity, or than the account allows a table. " +
                "Raise kaireon:target.decisionsPerSecond, or the account's quota.",
            ...refused("WriteThrottleEvents", WRITES),
        },
        {
            key: "read-throttles",
            description:
                "Reads have been refused for 3 minutes: more than the table's capacity, or than the account allows.",
            ...refused("ReadThrottleEvents", READS),
        },
        {
            key: "hot-partition",
            description:
                "One customer has had more than 1,000 writes or 3,000 reads a second for 3 minutes: no capacity helps, only fewer calls.",
            ...refused("StoragePartitionThroughputCapacityExceeded", [...READS, ...WRITES]),
        },
        {
            key: "connections",
            description: `Connections have carried more than the ${QUERIES_PER_CONNECTION} queries a second that each may: raise the driver's pool.`,
            ...refused("PerConnectionRequestRateExceeded", [...READS, ...WRITES]),
        },
        {
            key: "system-errors",
            description: "Keyspaces answers with errors of its own (ServerError) for 3 minutes.",
            ...refused("SystemErrors", [...READS, ...WRITES]),
        },
        {
            key: "write-rate",
            description: `Writes are at 80 % of the ${limits.writesPerSecond} a second that the target rate needs. Raise kaireon:target.decisionsPerSecond before the peak.`,
            ...counted,
            series: [{ metric: "ConsumedWriteCapacityUnits", dimensions }],
            threshold: 0.8 * 60 * limits.writesPerSecond,
            periods: 5,
        },
    ];
}
