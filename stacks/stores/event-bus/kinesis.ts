import { z } from "zod";
import type { StreamCapacity } from "../../../infra/data/event-bus/kinesis";
import {
    ON_DEMAND_INITIAL_MB_PER_SECOND,
    RETENTION_HOURS,
    SHARD_QUOTA_CODE,
    SHARD_WRITE,
    shardQuota,
} from "../../../infra/facts/kinesis";
import { defaultMode, type StreamMode, type StreamSize, streamSize } from "../../../infra/sizing/kinesis";
import { problem } from "../../config/problem";
import type { CheckContext, StoreChoice } from "../store-choice";

/** `kaireon:kinesis` */
const settings = z
    .strictObject({
        mode: z
            .enum(["on-demand", "provisioned"])
            .optional()
            .describe(
                `on-demand or provisioned. Default: on-demand where a new stream takes the target rate at once (${ON_DEMAND_INITIAL_MB_PER_SECOND} MB a second), else provisioned. Can be changed twice a day; the stream keeps what it takes.`,
            ),
        shards: z
            .int()
            .min(1)
            .optional()
            .describe(
                "Shards of a provisioned stream. Default: what the target rate needs. A running stream at most doubles them in one update.",
            ),
        warmThroughput: z
            .boolean()
            .default(false)
            .describe(
                "Warm an on-demand stream for the target rate. Only in an account that has turned on On-demand Advantage, which bills a minimum.",
            ),
        retentionHours: z
            .int()
            .min(RETENTION_HOURS.min)
            .max(RETENTION_HOURS.max)
            .default(168)
            .describe("Hours that the stream keeps events. Default: a week, which the policies ask for."),
        enhancedFanOut: z
            .boolean()
            .default(false)
            .describe(
                "A consumer of its own for the stream tier, whose reads then do not share a shard's with others.",
            ),
    })
    .prefault({})
    .describe("Kinesis stream, built when the chart's event bus is kinesis.");

type KinesisContext = CheckContext<z.output<typeof settings>>;

/** A Kinesis data stream. */
export const kinesis: StoreChoice<typeof settings> = {
    about: {
        title: "Kinesis Data Streams",
        select: "eventbus.backend: kinesis",
        choose: "Where events must be replayable and nobody should run brokers; consumers are written for Kinesis.",
        limits: [
            `A shard takes ${SHARD_WRITE.mbPerSecond} MB or ${SHARD_WRITE.recordsPerSecond} events a second, and so does one partition key.`,
            `A new on-demand stream takes ${ON_DEMAND_INITIAL_MB_PER_SECOND} MB a second and doubles what it has seen; a provisioned one at most doubles its shards in one update.`,
            "Kinesis has no deletion protection of its own: only kaireon:protect keeps the stream.",
        ],
    },
    settings,
    selectedBy: ({ eventBus }) => eventBus === "kinesis",
    endpoints: ["kinesis-streams"],
    problems: kinesisProblems,
    warnings: kinesisWarnings,
    build: (context) => {
        const { Kinesis } =
            require("../../../infra/data/event-bus/kinesis") as typeof import("../../../infra/data/event-bus/kinesis");
        const { retentionHours, enhancedFanOut } = context.settings;
        const backend = new Kinesis("events", {
            placement: context.placement,
            capacity: capacityOf(context),
            retentionHours,
            enhancedFanOut,
        });
        return { backend };
    },
};

function sizeOf({ settings: { enhancedFanOut }, decisionsPerSecond, workload }: KinesisContext): StreamSize {
    const reads = workload.tiers.some(({ tier, enabled }) => tier === "stream" && enabled);
    return streamSize(decisionsPerSecond, reads && !enhancedFanOut ? 1 : 0);
}

/** The mode: as set, else as the other settings imply, else what takes the target rate from the first minute. */
function modeOf({ settings }: KinesisContext, size: StreamSize): StreamMode {
    if (settings.mode !== undefined) return settings.mode;
    if (settings.shards !== undefined) return "provisioned";
    return settings.warmThroughput ? "on-demand" : defaultMode(size);
}

function capacityOf(context: KinesisContext): StreamCapacity {
    const { shards, warmThroughput } = context.settings;
    const size = sizeOf(context);
    if (modeOf(context, size) === "provisioned") return { mode: "provisioned", shards: shards ?? size.shards };
    return { mode: "on-demand", ...(warmThroughput ? { warmMbPerSecond: size.warmMbPerSecond } : {}) };
}

function kinesisProblems(context: KinesisContext): readonly string[] {
    const { settings: stream, decisionsPerSecond } = context;
    const size = sizeOf(context);
    const mode = modeOf(context, size);
    const problems: string[] = [];
    if (stream.shards !== undefined && mode === "on-demand") {
        const rule = "an on-demand stream splits its shards by itself";
        problems.push(
            problem(
                "kaireon:kinesis.shards",
                stream.shards,
                rule,
                "Remove it, or set kaireon:kinesis.mode to provisioned",
            ),
        );
    } else if (stream.shards !== undefined && stream.shards < size.shards) {
        const { eventsPerSecond } = size.load;
        const rule =
            `${decisionsPerSecond} decisions a second cause ${eventsPerSecond} events or ${size.warmMbPerSecond} MB, and a shard takes ` +
            `${SHARD_WRITE.recordsPerSecond} events or ${SHARD_WRITE.mbPerSecond} MB`;
        problems.push(
            problem("kaireon:kinesis.shards", stream.shards, rule, `Set it to ${size.shards} or more, or remove it`),
        );
    }
    if (stream.warmThroughput && mode === "provisioned") {
        const rule = "a provisioned stream has its shards and cannot be warmed";
        problems.push(
            problem(
                "kaireon:kinesis.warmThroughput",
                true,
                rule,
                "Remove it, or set kaireon:kinesis.mode to on-demand",
            ),
        );
    }
    return problems;
}

function kinesisWarnings(context: KinesisContext): readonly string[] {
    const { settings: stream, decisionsPerSecond, region, workload } = context;
    const size = sizeOf(context);
    const capacity = capacityOf(context);
    const warnings: string[] = [];
    if (capacity.mode === "on-demand" && capacity.warmMbPerSecond === undefined && !size.fitsOnDemand) {
        const rule =
            `a new stream takes ${ON_DEMAND_INITIAL_MB_PER_SECOND} MB a second and doubles what it has seen, and ${decisionsPerSecond} decisions ` +
            `a second write ${size.warmMbPerSecond}`;
        const fix = "Start with provisioned and change the mode later: the stream keeps what it takes";
        warnings.push(problem("kaireon:kinesis.mode", "on-demand", rule, fix));
    }
    if (capacity.mode === "provisioned" && capacity.shards > shardQuota(region)) {
        const rule = `the stream has ${capacity.shards} shards and an account starts with ${shardQuota(region)} in ${region}`;
        const fix = `Have AWS raise quota ${SHARD_QUOTA_CODE} before the first up`;
        warnings.push(problem("kaireon:target.decisionsPerSecond", decisionsPerSecond, rule, fix));
    }
    if (stream.enhancedFanOut && !workload.tiers.some(({ tier, enabled }) => tier === "stream" && enabled)) {
        const rule = "the consumer is the stream tier's, which is off";
        const fix = "Remove it, or set stream.enabled to true in kaireon:values";
        warnings.push(problem("kaireon:kinesis.enhancedFanOut", true, rule, fix));
    }
    return warnings;
}
