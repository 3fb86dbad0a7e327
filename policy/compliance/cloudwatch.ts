import type { LogGroupArgs, MetricAlarmArgs } from "@pulumi/aws/cloudwatch";
import { controls } from "../control";
import { equalTo, given } from "../requirement";

const PAGE = "https://docs.aws.amazon.com/securityhub/latest/userguide/cloudwatch-controls.html";

export const cloudwatchControls = [
    ...controls<MetricAlarmArgs>("aws:cloudwatch/metricAlarm:MetricAlarm", [
        {
            id: "cloudwatch-alarm-require-action",
            title: "Alarms tell somebody",
            property: "alarmActions",
            must: given(),
            severity: "high",
            controls: ["CloudWatch.15", "REL11-BP06"],
            why: "An alarm without an action is red on a page that nobody has open.",
            fix: "Set alarmActions to a topic.",
            links: [`${PAGE}#cloudwatch-15`],
            violatedBy: [],
        },
        {
            id: "cloudwatch-alarm-disallow-silenced",
            title: "Alarms are not silenced",
            property: "actionsEnabled",
            must: equalTo(true),
            absentIs: true,
            severity: "high",
            controls: ["CloudWatch.17"],
            why: "A silence that was meant for an hour stays until the next incident.",
            fix: "Leave actionsEnabled out.",
            links: [`${PAGE}#cloudwatch-17`],
            violatedBy: false,
        },
    ]),
    ...controls<LogGroupArgs>("aws:cloudwatch/logGroup:LogGroup", [
        {
            id: "cloudwatch-log-group-require-retention",
            title: "Logs are kept for a year",
            property: "retentionInDays",
            must: {
                text: "365 or more, or 0 for ever",
                holds: (place) => {
                    const days = place.number() ?? 0;
                    return days === 0 || days >= 365;
                },
            },
            absentIs: 0,
            severity: "medium",
            controls: ["CloudWatch.16"],
            why: "What began months ago cannot be traced back.",
            fix: "Set retentionInDays to 365.",
            links: [`${PAGE}#cloudwatch-16`],
            violatedBy: 30,
        },
    ]),
];
