import { z } from "zod";
import { BROKER_DISK_GIB, BROKER_TYPES, MAX_BROKERS, MAX_BROKERS_KRAFT } from "../../../infra/facts/msk";
import { text } from "../../config/fields";
import { oneOf, problem } from "../../config/problem";
import { isGiven } from "../given";
import type { CheckContext, StoreChoice } from "../store-choice";

/** `kaireon:kafka` */
const settings = z
    .strictObject({
        brokerInstanceType: z.string().default("kafka.m7g.large").describe("MSK broker type (Standard brokers)."),
        brokersPerZone: z.int().min(1).max(20).default(1).describe("Brokers in each zone, 1 to 20."),
        volumeGb: z
            .int()
            .min(BROKER_DISK_GIB.min)
            .max(BROKER_DISK_GIB.max)
            .default(600)
            .describe("Disk of a broker at first, in GiB; grown by auto scaling and never shrunk."),
        maxVolumeGb: z
            .int()
            .min(BROKER_DISK_GIB.min)
            .max(BROKER_DISK_GIB.max)
            .default(2400)
            .describe("Disk that auto scaling may grow a broker to, in GiB."),
        retentionHours: z
            .int()
            .min(1)
            .max(8760)
            .default(24)
            .describe("Hours that topics keep events. Default: a day at the full target rate fits the disks."),
        kafkaVersion: text(
            /^\d+\.\d+\.(\d+|x)(\.kraft)?$/,
            "it is no Kafka version of MSK",
            "Write it as MSK lists it, such as 3.9.x.kraft",
        )
            .default("3.9.x.kraft")
            .describe("Kafka version as MSK names it, such as 3.9.x.kraft."),
        authentication: z
            .enum(["iam", "scram"])
            .default("iam")
            .describe("How pods sign in: by their IAM role, or by user and password out of Secrets Manager."),
    })
    .prefault({})
    .describe("MSK, built when the chart's event bus is kafka.");

/** Amazon MSK. */
export const msk: StoreChoice<typeof settings> = {
    about: {
        title: "Amazon MSK",
        select: "eventbus.backend: kafka, and no kafka.brokers",
        choose: "By default: replayable, ordered by customer, and read by whatever speaks Kafka.",
        limits: ["A broker's disk grows once in six hours and never shrinks."],
    },
    settings,
    selectedBy: ({ eventBus }, values) =>
        eventBus === "kafka" &&
        !isGiven(values, "kafka.brokers") &&
        !isGiven(values, "config.EVENT_PUBLISHER", "redpanda"),
    problems: kafkaProblems,
    build: ({ placement, settings: kafka, size }) => {
        const { Msk } =
            require("../../../infra/data/event-bus/msk") as typeof import("../../../infra/data/event-bus/msk");
        return { backend: new Msk("kafka", { placement, ...kafka, topics: size.kafka.topics }) };
    },
};

/** Brokers, partitions and disks against the target rate. */
function kafkaProblems({
    settings: kafka,
    decisionsPerSecond,
    size,
}: CheckContext<z.output<typeof settings>>): readonly string[] {
    const { brokers, partitionsPerBroker, recommendedPartitions, diskGibForRetention, diskGibForCooldown } = size.kafka;
    const problems: string[] = [];
    if (recommendedPartitions === undefined) {
        const rule = "MSK has no such type of Standard broker";
        problems.push(
            problem("kaireon:kafka.brokerInstanceType", kafka.brokerInstanceType, rule, `Take ${oneOf(BROKER_TYPES)}`),
        );
    } else if (partitionsPerBroker > recommendedPartitions) {
        const rule = `each broker would carry ${partitionsPerBroker} partitions and AWS advises ${recommendedPartitions} at most`;
        const fix = "Raise kaireon:kafka.brokersPerZone or take a larger type";
        problems.push(problem("kaireon:kafka.brokerInstanceType", kafka.brokerInstanceType, rule, fix));
    }
    const most = kafka.kafkaVersion.endsWith(".kraft") ? MAX_BROKERS_KRAFT : MAX_BROKERS;
    if (brokers > most) {
        const rule = `the cluster would have ${brokers} brokers and MSK allows ${most}`;
        problems.push(
            problem("kaireon:kafka.brokersPerZone", kafka.brokersPerZone, rule, "Lower it and take a larger type"),
        );
    }
    if (kafka.maxVolumeGb < kafka.volumeGb) {
        const rule = `it is below kaireon:kafka.volumeGb, which is ${kafka.volumeGb}`;
        problems.push(problem("kaireon:kafka.maxVolumeGb", kafka.maxVolumeGb, rule, "Raise it: a disk only grows"));
    } else if (kafka.maxVolumeGb < diskGibForRetention) {
        const rule =
            `${kafka.retentionHours} hours of events at ${decisionsPerSecond} decisions a second need ` +
            `${diskGibForRetention} GiB a broker`;
        const fix = "Raise it, lower kaireon:kafka.retentionHours, or raise kaireon:kafka.brokersPerZone";
        problems.push(problem("kaireon:kafka.maxVolumeGb", kafka.maxVolumeGb, rule, fix));
    }
    if (kafka.volumeGb < diskGibForCooldown && kafka.volumeGb < diskGibForRetention) {
        const need = Math.min(diskGibForCooldown, diskGibForRetention);
        const rule = `at the target rate a broker fills ${need} GiB before MSK may enlarge its disk again`;
        problems.push(problem("kaireon:kafka.volumeGb", kafka.volumeGb, rule, `Set it to ${need} or more`));
    }
    return problems;
}
