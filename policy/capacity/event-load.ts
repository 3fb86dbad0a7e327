import { storeOf } from "../consistency/chosen-store";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { Report } from "../policy";
import type { ValuesOf } from "../settings";
import { streamShortage } from "./event-stream";
import { BROKERS, eventsPerDecision, topicsOf } from "./kafka-topics";
import { type TargetRate, targetSettings } from "./target-rate";

const STREAM = "aws:kinesis/stream:Stream";

export const eventSettings = {
    ...targetSettings,
    eventsPerPartition: {
        description: "Events a second that a partition's consumer keeps up with",
        default: 1000,
        minimum: 1,
    },
    eventsPerDecision: { description: "Events of a decision, all topics together", default: 4, minimum: 0 },
    eventKb: { description: "Size of an event in KB. The vendor states none", default: 1, minimum: 0 },
} as const;

/** A bus and the rate that it must take. */
export interface Checked {
    readonly release: Release;
    readonly stack: Stack;
    readonly report: Report;
    readonly rate: TargetRate;
}

/** Each topic by itself: its partitions, and what their consumers keep up with. */
export function checkTopics(
    { release, stack, report, rate }: Checked,
    { eventsPerPartition }: ValuesOf<typeof eventSettings>,
): void {
    const cluster = storeOf(release, stack, BROKERS);
    if (cluster === undefined) return;
    report.each(topicsOf(cluster, stack), ({ resource, name, partitions }) => {
        const events = rate.decisionsPerSecond * eventsPerDecision(name);
        const need = Math.ceil(events / eventsPerPartition);
        if (partitions >= need) return;
        report.violation(
            `${resource.label}: partitionCount is ${partitions}, but ${rate.shown} cause ${events} events a second, ${eventsPerPartition} to a partition. ` +
                `Set it to at least ${need}.`,
            resource,
        );
    });
}

/** All topics are in the one stream. */
export function checkStream({ release, stack, report, rate }: Checked, values: ValuesOf<typeof eventSettings>): void {
    const stream = storeOf(release, stack, STREAM);
    if (stream === undefined) return;
    const events = rate.decisionsPerSecond * values.eventsPerDecision;
    const megabytes = Math.ceil((events * values.eventKb) / 1000);
    const short = streamShortage(stream, { events, megabytes });
    if (short === undefined) return;
    const cause = `${rate.shown} cause ${events} events a second, ${megabytes} MB`;
    report.violation(`${stream.label}: ${short.is}, but ${cause}. ${short.fix}`, stream);
}
