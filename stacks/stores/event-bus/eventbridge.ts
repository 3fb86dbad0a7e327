import { z } from "zod";
import { EVENTS_PER_REQUEST, PUT_EVENTS_QUOTA_CODE } from "../../../infra/facts/eventbridge";
import { busRate } from "../../../infra/sizing/eventbridge";
import { problem } from "../../config/problem";
import type { CheckContext, StoreChoice } from "../store-choice";

/** `kaireon:eventbridge` */
const settings = z
    .strictObject({
        archiveDays: z
            .int()
            .min(1)
            .max(3653)
            .default(7)
            .describe("Days that the archive keeps events for a replay; each event is billed once more for it."),
    })
    .prefault({})
    .describe("EventBridge bus, built when the chart's config.EVENT_PUBLISHER is eventbridge.");

/** A custom event bus of EventBridge. */
export const eventBridge: StoreChoice<typeof settings> = {
    about: {
        title: "EventBridge",
        select: "config.EVENT_PUBLISHER: eventbridge, with eventbus.enabled: false or eventbus: null",
        choose: "Where a few events a second go to many targets of AWS, by rules that others write.",
        limits: [
            "The streaming tier cannot consume from it, and events have no order.",
            "No rule is built: whoever wants events adds one, with the dead-letter queue on its target and an alarm on its FailedInvocations.",
            "PutEvents is throttled by account and region, and every event is billed.",
            "EventBridge has no deletion protection of its own: only kaireon:protect keeps bus and archive.",
        ],
    },
    settings,
    selectedBy: ({ eventBus }) => eventBus === "eventbridge",
    endpoints: ["events"],
    warnings: quotaWarnings,
    build: ({ placement, roles, settings: { archiveDays } }) => {
        const { EventBridge, PUBLISHING_TIERS } =
            require("../../../infra/data/event-bus/eventbridge") as typeof import("../../../infra/data/event-bus/eventbridge");
        const publisherRoleArns = roles.arns(PUBLISHING_TIERS);
        return { backend: new EventBridge("events", { placement, publisherRoleArns, archiveDays }) };
    },
};

/** The account's first quota against the target rate, for publishers that fill their requests and for those that do not. */
function quotaWarnings({ decisionsPerSecond: rate, region }: CheckContext<unknown>): readonly string[] {
    const { eventsPerSecond, fullRequestsPerSecond, singleRequestsPerSecond, quota } = busRate(rate, region);
    const key = "kaireon:target.decisionsPerSecond";
    if (fullRequestsPerSecond > quota) {
        const rule =
            `its ${eventsPerSecond} events a second are ${fullRequestsPerSecond} PutEvents requests of ${EVENTS_PER_REQUEST}, and an account ` +
            `starts with ${quota} a second in ${region}`;
        return [problem(key, rate, rule, `Have AWS raise quota ${PUT_EVENTS_QUOTA_CODE} before the first up`)];
    }
    if (singleRequestsPerSecond > quota) {
        const rule =
            `put one by one, its ${eventsPerSecond} events a second are more than the ${quota} PutEvents requests that an account starts ` +
            `with in ${region}, and the vendor does not say that they are put together`;
        return [
            problem(key, rate, rule, `Measure it, or have AWS raise quota ${PUT_EVENTS_QUOTA_CODE} before the peak`),
        ];
    }
    return [];
}
