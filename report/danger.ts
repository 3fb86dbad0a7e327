import type { PropertyMap } from "../offline/stand-ins/protocol/values";
import type { Change, PropertyChange } from "./changes";
import { DISRUPTIONS, type Disruption, type DisruptionRule } from "./disruptions";
import { type Minutes, minutesOf, minutesToReplace } from "./minutes";
import { isAtOrBelow } from "./property-diff";
import { STATEFUL } from "./stateful";

export type Effect = "replaced" | "deleted" | Disruption;

/** Something that is in use and does not pass through the change unnoticed. */
export interface Danger {
    readonly change: Change;
    readonly effect: Effect;
    /** Absent: no figure is known. */
    readonly minutes?: Minutes;
    readonly because: string;
    /** The properties that cause it; empty for a deletion. */
    readonly properties: readonly PropertyChange[];
    /** The maintenance window that it waits for. */
    readonly window?: string;
}

/** Worst first. */
const EFFECTS: readonly Effect[] = [
    "deleted",
    "replaced",
    "refused by AWS",
    "data lost",
    "blue/green deployment",
    "restart",
    "rolling replacement",
    "upgrade",
    "resharding",
    "resizing",
];

export function dangersOf(changes: readonly Change[]): readonly Danger[] {
    // A stable sort: within an effect the changes keep their order.
    return changes
        .flatMap(dangersOfOne)
        .sort((left, right) => EFFECTS.indexOf(left.effect) - EFFECTS.indexOf(right.effect));
}

function dangersOfOne(change: Change): Danger[] {
    const held = STATEFUL[change.type];
    switch (change.operation) {
        case "create":
            return [];
        case "update":
            return disruptionsOf(change);
        case "delete":
            if (held === undefined) return [];
            return [lost(change, "deleted", held, [], minutesOf(change.type, "delete"))];
        case "replace": {
            if (held === undefined) return [];
            const causes = change.properties.filter(({ replaces }) => replaces);
            return [lost(change, "replaced", held, causes, minutesToReplace(change.type))];
        }
    }
}

function lost(
    change: Change,
    effect: Effect,
    held: string,
    properties: readonly PropertyChange[],
    minutes: Minutes | undefined,
): Danger {
    const refused = change.protect ? "; it is protected, so Pulumi refuses" : "";
    return { change, effect, properties, because: `at stake: ${held}${refused}`, ...(minutes && { minutes }) };
}

function disruptionsOf(change: Change): Danger[] {
    return (DISRUPTIONS[change.type] ?? []).flatMap((rule) => {
        const properties = change.properties.filter(({ path }) => rule.when.some((when) => isAtOrBelow(path, when)));
        if (properties.length === 0 || rule.onlyIf?.(change.inputs, properties) === false) return [];
        const minutes = minutesUnder(rule, change);
        const window = windowOf(rule, change.inputs);
        const { effect, because } = rule;
        return [{ change, effect, because, properties, ...(minutes && { minutes }), ...(window && { window }) }];
    });
}

function minutesUnder({ duration }: DisruptionRule, { type, inputs }: Change): Minutes | undefined {
    if (duration === undefined) return undefined;
    const minutes = minutesOf(type, "update", duration.variant);
    return minutes && (duration.scale?.(minutes, inputs) ?? minutes);
}

function windowOf({ window }: DisruptionRule, inputs: PropertyMap): string | undefined {
    if (window === undefined || inputs["applyImmediately"] === true) return undefined;
    const value = inputs[window];
    return typeof value === "string" ? value : "the maintenance window";
}
