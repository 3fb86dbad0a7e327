import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const DESTINATION = "aws:cloudwatch/eventApiDestination:EventApiDestination";

const calls = (stack: StackFixture, path: string) =>
    stack.add({
        type: DESTINATION,
        name: "nightly",
        props: { httpMethod: "POST", invocationEndpoint: `https://kaireon.example.com/api/v1/cron/${path}` },
    });

export const cases: PolicyCases = {
    violations: [
        {
            when: "the api's own scheduler is on beside the CronJob",
            change: (stack) => stack.setValue("config.FLOW_INTERNAL_SCHEDULER_ENABLED", "true"),
            at: RELEASE,
            message:
                `${LABEL}: values.config.FLOW_INTERNAL_SCHEDULER_ENABLED is true, but values.cron.schedules.flowSchedulerTick ticks the flows too. ` +
                "Set it to false, or the schedule's enabled to false.",
        },
        {
            when: "EventBridge calls a route beside its CronJob",
            change: (stack) => calls(stack, "cleanup"),
            at: RELEASE,
            message: `${LABEL}: values.cron.schedules.cleanup calls /api/v1/cron/cleanup, and so does nightly (${DESTINATION}). Take one of them out.`,
        },
        {
            when: "a late job may meet the next one",
            change: (stack) => stack.setValue("cron.concurrencyPolicy", "Allow"),
            at: RELEASE,
            message: `${LABEL}: values.cron.concurrencyPolicy is Allow, with which a late job and the next one run at once. Set it to Forbid, or leave it out.`,
        },
    ],
    absent: [
        {
            when: "the values say nothing of schedules",
            change: (stack) => calls(stack, "cleanup").unsetValue("cron"),
            passes: true,
        },
        {
            when: "a schedule names no route",
            change: (stack) => calls(stack, "outbox-reaper").unsetValue("cron.schedules.outboxReaper.path"),
            at: RELEASE,
            message: `${LABEL}: values.cron.schedules.outboxReaper calls /api/v1/cron/outbox-reaper, and so does nightly (${DESTINATION}). Take one of them out.`,
        },
    ],
    unknown: [
        {
            when: "the setting is not known",
            change: (stack) => stack.setValueUnknown("config.FLOW_INTERNAL_SCHEDULER_ENABLED"),
            unchecked: `${LABEL}: values.config.FLOW_INTERNAL_SCHEDULER_ENABLED is not known before the update`,
        },
        {
            when: "it is not known whether the CronJobs are on",
            change: (stack) => stack.setValueUnknown("cron.enabled"),
            unchecked: `${LABEL}: values.cron.enabled is not known before the update`,
        },
    ],
    passes: [
        {
            when: "EventBridge calls a route whose CronJob is off",
            change: (stack) => calls(stack, "gitops-drift-check"),
        },
        {
            when: "the api schedules and the CronJob does not",
            change: (stack) =>
                stack
                    .setValue("config.FLOW_INTERNAL_SCHEDULER_ENABLED", "true")
                    .setValue("cron.schedules.flowSchedulerTick.enabled", false),
        },
    ],
};
