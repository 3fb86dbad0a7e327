import { storeOf } from "../consistency/chosen-store";
import { interactionStoreOf } from "../consistency/selectors";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { type Capacity, dynamoDbCapacity, type Kind, keyspacesCapacity } from "./table-capacity";
import { targetRate, targetSettings } from "./target-rate";

interface Tables {
    readonly type: string;
    readonly capacity: (table: StackResource, stack: Stack, kind: Kind) => Capacity | undefined;
}

const TABLES: Readonly<Record<string, Tables>> = {
    dynamodb: { type: "aws:dynamodb/table:Table", capacity: dynamoDbCapacity },
    cassandra: { type: "aws:keyspaces/table:Table", capacity: keyspacesCapacity },
};

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
        const tables = TABLES[interactionStoreOf(release) ?? ""];
        const table = tables === undefined ? undefined : storeOf(release, stack, tables.type);
        const rate = targetRate(release, settings);
        if (tables === undefined || table === undefined || rate === undefined) return;
        report.each(["write", "read"] as const, (kind) => {
            const need = Math.ceil(rate.decisionsPerSecond * settings[`${kind}sPerDecision`]);
            const capacity = tables.capacity(table, stack, kind);
            if (capacity === undefined || capacity.units >= need) return;
            report.violation(
                `${table.label}: ${capacity.property} is ${capacity.units} ${kind} units a second, but ${rate.shown} take ${need}. Set it to at least ${need}.`,
                table,
            );
        });
    },
});
