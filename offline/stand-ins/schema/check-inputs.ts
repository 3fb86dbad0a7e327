import type { CheckFailure } from "../protocol/stand-in";
import { isPlainMap, isSecret, isUnknown, type PropertyMap, type PropertyValue, reveal } from "../protocol/values";
import type { Properties, SchemaTable } from "./table";

/** Whose inputs are checked: the parts of a message. */
export interface Subject {
    /** Such as `stand-in for aws`. */
    readonly speaker: string;
    readonly type: string;
}

/**
 * What is wrong with the inputs of a resource: properties that the SDK does not have, that it requires and are missing, or that are of
 * another kind. Values that are unknown pass.
 */
export function checkInputs(
    table: Pick<SchemaTable, "types">,
    declared: Properties,
    inputs: PropertyMap,
    subject: Subject,
): CheckFailure[] {
    const failures: CheckFailure[] = [];
    const refuse = (property: string, problem: string): void => {
        failures.push({ property, reason: `${subject.speaker}: ${subject.type}: ${problem}` });
    };
    checkProperties(declared, inputs, "");
    return failures;

    function checkProperties(properties: Properties, values: PropertyMap, path: string): void {
        const names = Object.keys(properties).map((key) => key.replace(/\?$/, ""));
        for (const [name, value] of Object.entries(values)) {
            if (name.startsWith("__") || value === null) continue;
            const type = properties[name] ?? properties[`${name}?`];
            if (type === undefined) {
                const near = nearest(name, names);
                refuse(
                    path + name,
                    `it has no property ${path}${name}. ${near === undefined ? "Remove it." : `Did you mean ${near}?`}`,
                );
            } else checkValue(type, reveal(value), path + name);
        }
        for (const key of Object.keys(properties).filter((candidate) => !candidate.endsWith("?"))) {
            if ((values[key] ?? null) === null) refuse(path + key, `it needs ${path}${key}. Set it.`);
        }
    }

    function checkValue(type: string, value: PropertyValue, path: string): void {
        if (isUnknown(value) || type === "any") return;
        const fitting = type.split("|").find((one) => one === "any" || isOfKind(one, value));
        if (fitting === undefined)
            refuse(path, `${path} is ${kindOf(value)}; it must be ${describe(type)}. Correct it.`);
        else if (Array.isArray(value))
            for (const [index, item] of value.entries()) checkValue(fitting.slice(1, -1), item, `${path}[${index}]`);
        else if (isPlainMap(value) && fitting.startsWith("{")) {
            for (const [key, item] of Object.entries(value)) checkValue(fitting.slice(1, -1), item, `${path}.${key}`);
        } else if (isPlainMap(value) && fitting !== "any")
            checkProperties(table.types[fitting] ?? {}, value, `${path}.`);
    }
}

function isOfKind(type: string, value: PropertyValue): boolean {
    if (type.startsWith("[")) return Array.isArray(value);
    if (type === "string" || type === "number" || type === "boolean") {
        // The engine's bridge converts among scalars, as Terraform does: "3" is good for a number.
        return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
    }
    return isPlainMap(value);
}

function kindOf(value: PropertyValue): string {
    if (value === null) return "null";
    if (Array.isArray(value)) return "a list";
    return typeof value === "object" ? (isSecret(value) ? "a secret" : "an object") : `a ${typeof value}`;
}

function describe(type: string): string {
    if (type.startsWith("[")) return "a list";
    if (/^(string|number|boolean)$/.test(type)) return `a ${type}`;
    return type.includes("|") ? type.split("|").map(describe).join(" or ") : "an object";
}

/** The name that a typing mistake most likely meant: at most two letters added, dropped or changed. */
export function nearest(name: string, names: readonly string[]): string | undefined {
    return names
        .map((candidate) => ({ candidate, distance: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
        .filter(({ distance }) => distance <= 2)
        .sort((left, right) => left.distance - right.distance)[0]?.candidate;
}

function editDistance(left: string, right: string): number {
    let row = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let i = 1; i <= left.length; i++) {
        const next = [i];
        for (let j = 1; j <= right.length; j++) {
            const substitution = (row[j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1);
            next.push(Math.min(substitution, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
        }
        row = next;
    }
    return row[right.length] ?? 0;
}
