import { storeOf } from "../consistency/chosen-store";
import { interactionStoreOf } from "../consistency/selectors";
import { releasePolicy } from "../policy";
import { capacityOf } from "./table-capacity";
import { targetRate, targetSettings } from "./target-rate";

const TABLE = "aws:dynamodb/table:Table";

export const interactionTableTakesTheTargetRate = releasePolicy({
    id: "interaction-table-takes-the-target-rate",
    title: "The interactions table takes the target rate at once: two writes and one read for each decision",
    why: "A new on-demand table takes 4,000 writes a second and needs half an hour of throttling to learn more; a provisioned one never does.",
    fix: "Set warmThroughput, or the provisioned capacity, to what the rate writes",
    severity: "medium",
    pitfalls: ["P-CAP-10"],
    links: ["https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/warm-throughput.html"],
    settings: {
        ...targetSettings,
        writesPerDecision: {
            description: "Write units of a decision: a recommendation and an impression, 1 KB each",
            default: 2,
            minimum: 0,
        },
        readsPerDecision: {
            description: "Read units of a decision: one page of the customer's history",
            default: 1,
            minimum: 0,
        },
    },
    check: (release, stack, report, settings) => {
        if (interactionStoreOf(release) !== "dynamodb") return;
        const table = storeOf(release, stack, TABLE);
        const rate = targetRate(release, settings);
        if (table === undefined || rate === undefined) return;
        report.each(["write", "read"] as const, (kind) => {
            const need = Math.ceil(rate.decisionsPerSecond * settings[`${kind}sPerDecision`]);
            const { units, property } = capacityOf(table, stack, kind);
            if (units >= need) return;
            report.violation(
                `${table.label}: ${property} is ${units} ${kind} units a second, but ${rate.shown} take ${need}. Set it to at least ${need}.`,
                table,
            );
        });
    },
});
