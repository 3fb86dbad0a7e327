import facts from "../facts/dynamodb.json";
import { CannotTell } from "../graph/cannot-tell";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";

const TARGET = "aws:appautoscaling/target:Target";

export interface Capacity {
    readonly units: number;
    readonly property: string;
}

export type Kind = "write" | "read";

const NAMES = {
    write: { name: "Write", initial: facts.initialWrites },
    read: { name: "Read", initial: facts.initialReads },
} as const;

/** What a table of DynamoDB takes at the moment it is asked, and the property that decides it. */
export function dynamoDbCapacity(table: StackResource, stack: Stack, kind: Kind): Capacity {
    const { name, initial } = NAMES[kind];
    if (table.properties.text("billingMode") === "PAY_PER_REQUEST") {
        const ceiling = `onDemandThroughput.max${name}RequestUnits`;
        const warm = `warmThroughput.${kind}UnitsPerSecond`;
        const most = table.gives("onDemandThroughput") ? (table.properties.number(ceiling) ?? -1) : -1;
        const given = table.gives("warmThroughput") ? table.properties.number(warm) : undefined;
        const units = Math.max(given ?? 0, initial);
        return most > 0 && most < units ? { units: most, property: ceiling } : { units, property: warm };
    }
    return provisioned(table, stack, `dynamodb:table:${name}CapacityUnits`, `${kind}Capacity`);
}

/**
 * What a provisioned table of Keyspaces rises to; undefined on demand: it starts at 4,000 writes, and no property of the resource can
 * warm it.
 */
export function keyspacesCapacity(table: StackResource, stack: Stack, kind: Kind): Capacity | undefined {
    const mode = table.gives("capacitySpecification") ? "capacitySpecification.throughputMode" : undefined;
    if (mode === undefined || table.properties.text(mode) !== "PROVISIONED") return undefined;
    const dimension = `cassandra:table:${NAMES[kind].name}CapacityUnits`;
    return provisioned(table, stack, dimension, `capacitySpecification.${kind}CapacityUnits`);
}

/** The maximum of what scales the table, else what the program sets. */
function provisioned(table: StackResource, stack: Stack, dimension: string, property: string): Capacity {
    const scaled = stack
        .referringTo(table, TARGET, "resourceId")
        .find((target) => target.properties.text("scalableDimension") === dimension);
    if (scaled === undefined) return { units: table.properties.number(property) ?? 0, property };
    const units = scaled.properties.number("maxCapacity");
    if (units === undefined) throw new CannotTell(`${scaled.label}: maxCapacity is not set`, scaled.urn);
    return { units, property: `maxCapacity of ${scaled.label}` };
}
