import type { Input } from "@pulumi/pulumi";
import type { AlarmRow } from "../alarms";

/**
 * What stops the bus or loses its events. EventBridge counts requests of the whole account in the region and not of a bus, and failed
 * invocations of a rule and not of a bus: whoever makes a rule watches `FailedInvocations` of it.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-monitoring.html
 */
export function busAlarms(busName: Input<string>): readonly AlarmRow[] {
    const sum = (metric: string, dimensions: Readonly<Record<string, Input<string>>> = {}) => ({
        series: [{ metric, dimensions }],
        statistic: "Sum" as const,
        comparison: "atLeast" as const,
        threshold: 1,
        period: 60,
        periods: 3,
        // EventBridge reports nothing where nothing happens.
        missingData: "notBreaching" as const,
    });
    return [
        {
            key: "put-throttles",
            description:
                "PutEvents requests of this account have been throttled for 3 minutes. Events wait in the outbox; have AWS raise the quota.",
            ...sum("PutEventsApproximateThrottledCount"),
        },
        {
            key: "failed-entries",
            description:
                "EventBridge has refused events inside requests that it answered with 200, for 3 minutes: a publisher that does not look loses them. Any bus of this account counts.",
            ...sum("PutEventsFailedEntriesCount"),
        },
        {
            key: "throttled-rules",
            description: "Rules of the bus have been throttled for 3 minutes: their targets get events late.",
            ...sum("ThrottledRules", { EventBusName: busName }),
        },
    ];
}

/** What could not be delivered: somebody has to look at it, and send it again, before it expires after two weeks. */
export function queueAlarms(queueName: Input<string>): readonly AlarmRow[] {
    return [
        {
            key: "undelivered",
            description:
                "Events lie in the dead-letter queue: the bus's key cannot be used, or a target of a rule does not take them. They are kept for 14 days.",
            series: [{ metric: "ApproximateNumberOfMessagesVisible", dimensions: { QueueName: queueName } }],
            statistic: "Maximum",
            comparison: "atLeast",
            threshold: 1,
            period: 300,
            periods: 1,
            missingData: "notBreaching",
        },
    ];
}
