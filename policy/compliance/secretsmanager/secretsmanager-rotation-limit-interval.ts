import { CannotTell } from "../../graph/cannot-tell";
import type { View } from "../../graph/view";
import { resourcePolicy } from "../../policy";
import { longestDaysBetween } from "./rotation-schedule";

export const secretsmanagerRotationLimitInterval = resourcePolicy({
    id: "secretsmanager-rotation-limit-interval",
    title: "Secrets that are rotated are rotated at least every 90 days",
    why: "A password that leaked stays good until the next rotation.",
    fix: "Set rotationRules.automaticallyAfterDays to 90 or less, or scheduleExpression to fire as often",
    severity: "medium",
    controls: ["SecretsManager.4"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html#secretsmanager-4"],
    types: ["aws:secretsmanager/secretRotation:SecretRotation"],
    settings: {
        maximumDays: { description: "Days from one rotation to the next", default: 90, minimum: 1, maximum: 1000 },
    },
    check: ({ label, properties, urn }, report, { maximumDays }) => {
        const rules = properties.at("rotationRules");
        const days = rules.number("automaticallyAfterDays") ?? daysOf(rules.at("scheduleExpression"), label, urn);
        if (days <= maximumDays) return;
        const is = Number.isFinite(days) ? `lets ${days} days pass` : "has no schedule";
        report.violation(
            `${label}: rotationRules ${is}; it must rotate at least every ${maximumDays} days. Set automaticallyAfterDays to ${maximumDays} or less.`,
            { urn },
        );
    },
});

function daysOf(schedule: View, label: string, urn: string): number {
    const expression = schedule.text();
    if (expression === undefined) return Number.POSITIVE_INFINITY;
    const days = longestDaysBetween(expression);
    if (days === undefined) throw new CannotTell(`${label}: how often ${expression} fires is not understood`, urn);
    return days;
}
