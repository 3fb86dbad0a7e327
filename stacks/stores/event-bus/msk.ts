import { isGiven } from "../given";
import type { StoreChoice } from "../store-choice";
import { mskProblems, mskWarnings } from "./msk-checks";
import { brokerDisk, mskSettings } from "./msk-settings";

/** Amazon MSK. */
export const msk: StoreChoice<typeof mskSettings> = {
    about: {
        title: "Amazon MSK",
        select: "eventbus.backend: kafka, and no kafka.brokers",
        choose: "By default: replayable, ordered by customer, and read by whatever speaks Kafka.",
        limits: [
            "A Standard broker's disk grows once in six hours and never shrinks; MSK keeps the data of Express brokers by itself, for as much as they hold.",
            "A running cluster cannot change from Standard to Express brokers or back: build the other one beside it and move.",
            "Express brokers fix replication and min.insync.replicas, and throttle producers above what their type takes.",
        ],
    },
    settings: mskSettings,
    selectedBy: ({ eventBus }, values) =>
        eventBus === "kafka" &&
        !isGiven(values, "kafka.brokers") &&
        !isGiven(values, "config.EVENT_PUBLISHER", "redpanda"),
    problems: mskProblems,
    warnings: mskWarnings,
    build: ({ placement, settings: { volumeGb, maxVolumeGb, ...kafka }, size }) => {
        const { Msk } =
            require("../../../infra/data/event-bus/msk") as typeof import("../../../infra/data/event-bus/msk");
        const disk = brokerDisk({ ...kafka, volumeGb, maxVolumeGb });
        const backend = new Msk("kafka", {
            placement,
            ...kafka,
            ...(disk === undefined ? {} : { disk }),
            topics: size.kafka.topics,
        });
        return { backend };
    },
};
