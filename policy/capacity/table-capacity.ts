import facts from "../facts/dynamodb.json";
import { CannotTell } from "../graph/cannot-tell";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";

const TARGET = "aws:appautoscaling/target:Target";

export interface Capacity {
    readonly units: number;
    readonly property: string;
}

const NAMES = {
    write: { name: "Write", initial: facts.initialWrites },
    read: { name: "Read", initial: facts.initialReads },
} as const;

/** What the table takes at the moment it is asked, and the property that decides it. */
export function capacityOf(table: StackResource, stack: Stack, kind: "write" | "read"): Capacity {
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
    if (scaled !== undefined) {
        const units = scaled.properties.number("maxCapacity");
        if (units === undefined) throw new CannotTell(`${scaled.label}: maxCapacity is not set`, scaled.urn);
        return { units, property: `maxCapacity of ${scaled.label}` };
    }
    return { units: table.properties.number(`${kind}Capacity`) ?? 0, property: `${kind}Capacity` };
}
