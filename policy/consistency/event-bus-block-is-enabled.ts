import { releasePolicy } from "../policy";
import { KAFKA_PUBLISHERS, publisherOf } from "./selectors";
import { isSettled } from "./settled-selectors";

export const eventBusBlockIsEnabled = releasePolicy({
    id: "event-bus-block-is-enabled",
    title: "The block of the event bus that is selected is enabled",
    why: "A connector boots only when its block is enabled: the publisher starts without one, and the outbox grows.",
    fix: "Set enabled to true in the block of the selected event bus",
    severity: "high",
    pitfalls: ["P-SEL-03"],
    links: ["https://docs.kaireonai.com/platform/values-large"],
    check: (release, stack, report) => {
        const publisher = publisherOf(release);
        const block = KAFKA_PUBLISHERS.includes(publisher) ? "kafka" : publisher;
        const place = release.values.at([block, "enabled"]);
        // Where the values say nothing, the chart decides; redis has no such block. Which of two is meant is asked first.
        if (publisher === "redis" || place.flag() !== false || !isSettled("eventBus", release, stack)) return;
        report.violation(
            `${release.label}: the event bus is ${publisher}, but ${place.path} is false. Set it to true.`,
            release.resource,
        );
    },
});
