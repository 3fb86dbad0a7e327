import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as pulumi from "@pulumi/pulumi";

type Dimensions = Readonly<Record<string, pulumi.Input<string>>>;

/** One series of a metric. */
export interface MetricSeries {
    readonly metric: string;
    readonly dimensions: Dimensions;
}

/** What an alarm watches, as data: a store's rows say what kills it. */
export interface AlarmRow {
    /** Ends the alarm's name; unique among the rows of a store. */
    readonly key: string;
    /** What is wrong when it rings, what follows, and what to do. */
    readonly description: string;
    /** One to ten series (CloudWatch's limit for an alarm). Several are joined by `expression`. */
    readonly series: readonly MetricSeries[];
    /** Metric math over all series: `MAX(METRICS())`. Required with several series. */
    readonly expression?: string;
    readonly statistic: "Average" | "Maximum" | "Minimum" | "Sum";
    readonly comparison: "atLeast" | "below";
    readonly threshold: number;
    /** In seconds. */
    readonly period: number;
    /** How many periods in a row. */
    readonly periods: number;
    /** `breaching` where silence means that the store is gone; `notBreaching` where the metric appears only with the trouble. */
    readonly missingData: "breaching" | "notBreaching";
}

export interface AlarmsArgs {
    /** CloudWatch namespace, such as `AWS/RDS`. */
    readonly namespace: string;
    readonly topicArn: pulumi.Input<string>;
    readonly rows: readonly AlarmRow[];
}

/**
 * Creates one alarm per row.
 *
 * @param options the store as parent; `dependsOn` its members, else an alarm to which silence means trouble rings while they are created
 */
export function createAlarms(
    name: string,
    args: AlarmsArgs,
    options: pulumi.CustomResourceOptions,
): cloudwatch.MetricAlarm[] {
    return args.rows.map(
        (row) =>
            new cloudwatch.MetricAlarm(`${name}-${row.key}`, alarmArgs(args.namespace, row, args.topicArn), options),
    );
}

const OPERATORS = { atLeast: "GreaterThanOrEqualToThreshold", below: "LessThanThreshold" } as const;

/**
 * The inputs of one row's alarm.
 *
 * @throws Error when the row has no series, more than ten, or several without an expression
 */
export function alarmArgs(
    namespace: string,
    row: AlarmRow,
    topicArn: pulumi.Input<string>,
): cloudwatch.MetricAlarmArgs {
    return {
        alarmDescription: row.description,
        comparisonOperator: OPERATORS[row.comparison],
        threshold: row.threshold,
        evaluationPeriods: row.periods,
        treatMissingData: row.missingData,
        alarmActions: [topicArn],
        okActions: [topicArn],
        ...watched(namespace, row),
    };
}

function watched(namespace: string, row: AlarmRow): cloudwatch.MetricAlarmArgs {
    const [only, ...others] = row.series;
    if (only === undefined || row.series.length > 10) {
        throw new Error(`alarm ${row.key}: ${row.series.length} series; an alarm takes 1 to 10. Split the row.`);
    }
    if (row.expression === undefined) {
        if (others.length > 0) {
            throw new Error(`alarm ${row.key}: ${row.series.length} series and no expression. Say how to join them.`);
        }
        return {
            namespace,
            metricName: only.metric,
            dimensions: only.dimensions,
            statistic: row.statistic,
            period: row.period,
        };
    }
    return {
        metricQueries: [
            { id: "joined", expression: row.expression, label: row.key, returnData: true },
            ...row.series.map(({ metric, dimensions }, index) => ({
                id: `m${index + 1}`,
                metric: { namespace, metricName: metric, dimensions, stat: row.statistic, period: row.period },
            })),
        ],
    };
}
