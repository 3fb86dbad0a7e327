import { storeOf } from "../consistency/chosen-store";
import { interactionStoreOf } from "../consistency/selectors";
import facts from "../facts/dynamodb.json";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { targetRate, targetSettings } from "./target-rate";

const TABLE = "aws:dynamodb/table:Table";
const TARGET = "aws:appautoscaling/target:Target";

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

interface Capacity {
    readonly units: number;
    readonly property: string;
}

const NAMES = {
    write: { name: "Write", initial: facts.initialWrites },
    read: { name: "Read", initial: facts.initialReads },
} as const;

/** What the table takes at the moment it is asked, and the property that decides it. */
function capacityOf(table: StackResource, stack: Stack, kind: "write" | "read"): Capacity {
    const { name, initial } = NAMES[kind];
    if (table.properties.text("billingMode") === "PAY_PER_REQUEST") {
        const ceiling = `onDemandThroughput.max${name}RequestUnits`;
        const warm = `warmThroughput.${kind}UnitsPerSecond`;
        const most = table.gives("onDemandThroughput") ? (table.properties.number(ceiling) ?? -1) : -1;
        const given = table.gives("warmThroughput") ? table.properties.number(warm) : undefined;
        const units = Math.max(given ?? 0, initial);
        return most > 0 && most < units ? { units: most, property: ceiling } : { units, property: warm };
    }
    const dimension = `dynamodb:table:${name}CapacityUnits`;
    const scaled = stack
        .referringTo(table, TARGET, "resourceId")
        .find((target) => target.properties.text("scalableDimension") === dimension);
    if (scaled !== undefined)
        return { units: scaled.properties.number("maxCapacity") ?? 0, property: `maxCapacity of ${scaled.label}` };
    return { units: table.properties.number(`${kind}Capacity`) ?? 0, property: `${kind}Capacity` };
}
