import type { Input } from "@pulumi/pulumi";
import type { AlarmRow } from "../alarms";

export interface TableLimits {
    readonly tableName: Input<string>;
    readonly warmWritesPerSecond: number;
}

/** The operations that tiers may call; DynamoDB counts its own errors per operation. */
const OPERATIONS = ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "BatchWriteItem", "DeleteItem"];

/** What stops the table: throttling, of a hot customer or of the whole, and DynamoDB's own errors. */
export function tableAlarms({ tableName, warmWritesPerSecond }: TableLimits): readonly AlarmRow[] {
    const watch = (metric: string) => ({
        series: [{ metric, dimensions: { TableName: tableName } }],
        statistic: "Sum" as const,
        comparison: "atLeast" as const,
        period: 60,
        // A table that nobody throttles and nobody calls reports nothing.
        missingData: "notBreaching" as const,
    });
    return [
        {
            key: "write-throttles",
            description:
                "Writes have been refused for 3 minutes: a customer above 1,000 writes a second, or more than the table is warm for.",
            ...watch("WriteThrottleEvents"),
            threshold: 1,
            periods: 3,
        },
        {
            key: "read-throttles",
            description:
                "Reads have been refused for 3 minutes: a customer above 3,000 reads a second, or more than the table is warm for.",
            ...watch("ReadThrottleEvents"),
            threshold: 1,
            periods: 3,
        },
        {
            key: "write-rate",
            description: `Writes are at 80 % of the ${warmWritesPerSecond} a second that the table takes at once. Raise kaireon:target.decisionsPerSecond before the peak.`,
            ...watch("ConsumedWriteCapacityUnits"),
            threshold: 0.8 * 60 * warmWritesPerSecond,
            periods: 5,
        },
        {
            key: "system-errors",
            description: "DynamoDB answers with errors of its own (HTTP 500) for 3 minutes.",
            ...watch("SystemErrors"),
            series: OPERATIONS.map((Operation) => ({
                metric: "SystemErrors",
                dimensions: { TableName: tableName, Operation },
            })),
            expression: "SUM(METRICS())",
            threshold: 1,
            periods: 3,
        },
    ];
}
