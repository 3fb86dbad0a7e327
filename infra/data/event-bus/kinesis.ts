import * as kinesis from "@pulumi/aws/kinesis";
import * as pulumi from "@pulumi/pulumi";
import type { ChartValues } from "../../app/chart-values";
import { createAlarms } from "../alarms";
import type { Backend, StorePlacement, TierGrant } from "../backend";
import { EncryptionKey } from "../encryption-key";
import { streamAlarms } from "./kinesis-alarms";
import { streamGrants } from "./kinesis-grants";

/** How much the stream takes. A running stream changes its mode in place, at most twice a day. */
export type StreamCapacity =
    /** Takes 4 MB a second when new, and doubles what it has seen. `warmMbPerSecond` only in an account with On-demand Advantage. */
    | { readonly mode: "on-demand"; readonly warmMbPerSecond?: number }
    /** 1 MB or 1,000 events a second for each shard. */
    | { readonly mode: "provisioned"; readonly shards: number };

export interface KinesisArgs {
    readonly placement: StorePlacement;
    readonly capacity: StreamCapacity;
    /** 24 to 8,760. Default: 168, a week: a consumer that is down over a weekend loses nothing. */
    readonly retentionHours?: number;
    /** A consumer of its own for the stream tier, which then shares a shard's 2 MB a second with nobody. Default: false. */
    readonly enhancedFanOut?: boolean;
}

/** Shards that are hot are told from the others by these; an on-demand stream splits them by itself. */
const SHARD_METRICS = [
    "IncomingBytes",
    "IncomingRecords",
    "IteratorAgeMilliseconds",
    "WriteProvisionedThroughputExceeded",
];

/** `eventbus.backend: kinesis`: one stream that carries all events. */
export class Kinesis extends pulumi.ComponentResource implements Backend {
    readonly streamName: pulumi.Output<string>;
    readonly values: ChartValues;
    readonly grants: readonly TierGrant[];
    /** Reached through an interface endpoint, not in the data subnets. */
    readonly ports: readonly number[] = [];
    readonly secretArns: readonly pulumi.Output<string>[] = [];
    readonly secretKeyArns: readonly pulumi.Output<string>[] = [];
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: KinesisArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:data:Kinesis", name, {}, opts);
        const child = { parent: this };
        const { placement } = args;

        const key = new EncryptionKey(
            `${name}-key`,
            { ...placement, description: `Events (${placement.namePrefix}-${name})` },
            child,
        );
        // Kinesis has no deletion protection of its own: Pulumi's is the only one.
        const stream = new kinesis.Stream(name, streamArgs(args, key.arn), { ...child, protect: placement.protect });
        const consumer = args.enhancedFanOut
            ? new kinesis.StreamConsumer(`${name}-stream`, { streamArn: stream.arn }, child)
            : undefined;
        createAlarms(
            name,
            {
                namespace: "AWS/Kinesis",
                topicArn: placement.alarmTopicArn,
                rows: streamAlarms({
                    streamName: stream.name,
                    consumerName: consumer?.name,
                    shards: args.capacity.mode === "provisioned" ? args.capacity.shards : undefined,
                }),
            },
            child,
        );

        this.streamName = stream.name;
        this.values = {
            config: { EVENT_PUBLISHER: "kinesis" },
            kinesis: {
                enabled: true,
                streamName: stream.name,
                region: placement.region,
                ...(consumer === undefined ? {} : { consumerArn: consumer.arn }),
            },
        };
        this.grants = streamGrants({
            streamArn: stream.arn,
            consumerArn: consumer?.arn,
            keyArn: key.arn,
            region: placement.region,
        });
        this.ready = consumer === undefined ? [stream] : [stream, consumer];
        this.registerOutputs({ streamName: this.streamName });
    }
}

function streamArgs({ capacity, ...args }: KinesisArgs, kmsKeyId: pulumi.Input<string>): kinesis.StreamArgs {
    return {
        retentionPeriod: args.retentionHours ?? 168,
        encryptionType: "KMS",
        kmsKeyId,
        // A consumer that somebody else registered would keep a throw-away stream from being deleted.
        enforceConsumerDeletion: !args.placement.protect,
        ...(capacity.mode === "on-demand" ? onDemand(capacity.warmMbPerSecond) : provisioned(capacity.shards)),
    };
}

function onDemand(warmMbPerSecond: number | undefined): kinesis.StreamArgs {
    return {
        streamModeDetails: { streamMode: "ON_DEMAND" },
        ...(warmMbPerSecond === undefined ? {} : { warmThroughputMibPs: warmMbPerSecond }),
    };
}

function provisioned(shardCount: number): kinesis.StreamArgs {
    return {
        streamModeDetails: { streamMode: "PROVISIONED" },
        shardCount,
        shardLevelMetrics: SHARD_METRICS,
    };
}
