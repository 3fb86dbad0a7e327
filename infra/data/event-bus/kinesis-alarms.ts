import type { Input } from "@pulumi/pulumi";
import { SHARD_WRITE } from "../../facts/kinesis";
import type { AlarmRow, MetricSeries } from "../alarms";

export interface StreamLimits {
    readonly streamName: Input<string>;
    /** Of the stream tier's own consumer, with enhanced fan-out. */
    readonly consumerName: Input<string> | undefined;
    /** Of a provisioned stream; an on-demand stream has no number that could be used up. */
    readonly shards: number | undefined;
}

/** How far behind a reader may be, in minutes: far more than a restart takes, far less than the retention. */
const MAX_LAG_MINUTES = 15;

/** What stops the stream or loses its events: throttling, failures of Kinesis, and readers that fall behind until events expire. */
export function streamAlarms({ streamName, consumerName, shards }: StreamLimits): readonly AlarmRow[] {
    const of = (metric: string): MetricSeries => ({ metric, dimensions: { StreamName: streamName } });
    const sum = (metric: string) => ({
        series: [of(metric)],
        statistic: "Sum" as const,
        comparison: "atLeast" as const,
        threshold: 1,
        period: 60,
        periods: 3,
        // A stream to which nobody writes reports nothing.
        missingData: "notBreaching" as const,
    });
    const lag = (series: MetricSeries) => ({
        series: [series],
        statistic: "Maximum" as const,
        comparison: "atLeast" as const,
        threshold: MAX_LAG_MINUTES * 60_000,
        period: 60,
        periods: 5,
        missingData: "notBreaching" as const,
    });
    const behind = `more than ${MAX_LAG_MINUTES} minutes behind. Events that are older than the retention are lost to it.`;
    return [
        {
            key: "write-throttles",
            description:
                "Events have been refused for 3 minutes: a hot partition key, or more than the stream takes. They wait in the outbox.",
            ...sum("WriteProvisionedThroughputExceeded"),
        },
        {
            key: "read-throttles",
            description:
                "Reads have been refused for 3 minutes: the consumers share 2 MB and five requests a second of each shard. Consider kaireon:kinesis.enhancedFanOut.",
            ...sum("ReadProvisionedThroughputExceeded"),
        },
        {
            key: "put-failures",
            description:
                "Kinesis has failed to store events, by an error of its own, for 3 minutes. They wait in the outbox.",
            ...sum("PutRecords.FailedRecords"),
        },
        {
            key: "iterator-age",
            description: `A consumer of the stream is ${behind}`,
            ...lag(of("GetRecords.IteratorAgeMilliseconds")),
        },
        ...(consumerName === undefined
            ? []
            : [
                  {
                      key: "consumer-lag",
                      description: `The stream tier is ${behind}`,
                      ...lag({
                          metric: "SubscribeToShardEvent.MillisBehindLatest",
                          dimensions: { StreamName: streamName, ConsumerName: consumerName },
                      }),
                  },
              ]),
        ...(shards === undefined ? [] : rateAlarms(shards, sum)),
    ];
}

/** Before a provisioned stream is used up: 80 % of what its shards take in a minute. */
function rateAlarms(shards: number, sum: (metric: string) => Omit<AlarmRow, "key" | "description">): AlarmRow[] {
    const full = (perShard: number) => 0.8 * 60 * shards * perShard;
    const fix = "Raise kaireon:target.decisionsPerSecond or kaireon:kinesis.shards before the peak.";
    return [
        {
            key: "byte-rate",
            description: `Events are at 80 % of the bytes that ${shards} shards take. ${fix}`,
            ...sum("IncomingBytes"),
            threshold: full(SHARD_WRITE.mbPerSecond * 1_000_000),
            periods: 5,
        },
        {
            key: "record-rate",
            description: `Events are at 80 % of the number that ${shards} shards take. ${fix}`,
            ...sum("IncomingRecords"),
            threshold: full(SHARD_WRITE.recordsPerSecond),
            periods: 5,
        },
    ];
}
