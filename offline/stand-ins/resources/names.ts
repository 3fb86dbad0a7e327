import { createHash } from "node:crypto";
import { isUnknown, type PropertyMap, type PropertyValue, text } from "../protocol/values";
import type { ResourceSchema } from "../schema/table";
import type { AutoName, ResourceRow } from "./row";

const SUFFIX_LENGTH = 7;

/** Hexadecimal digits out of a text, any number of them. */
export function hexOf(source: string, length: number): string {
    let digits = "";
    for (let block = 0; digits.length < length; block++) {
        digits += createHash("sha256").update(`${block}:${source}`).digest("hex");
    }
    return digits.slice(0, length);
}

/** How a resource is named when the program does not: every `name` input is, unless the row says otherwise. */
export function autoNameOf(row: ResourceRow, schema: ResourceSchema): AutoName | undefined {
    if (row.autoName === "none") return undefined;
    if (row.autoName !== undefined) return row.autoName;
    return schema.inputs["name"] !== undefined || schema.inputs["name?"] !== undefined ? {} : undefined;
}

export interface NamedInputs {
    readonly inputs: PropertyMap;
    readonly problem?: { readonly property: string; readonly problem: string };
}

/**
 * Fills in the physical name: the logical one and seven random digits. It stays what it was as long as the resource lives, and a
 * replacement gets another one, because the engine then asks without old inputs.
 */
export function withAutoName(
    rule: AutoName,
    request: {
        readonly name: string;
        readonly inputs: PropertyMap;
        readonly oldInputs: PropertyMap;
        readonly seed: Uint8Array;
    },
): NamedInputs {
    const property = rule.property ?? "name";
    const { inputs, oldInputs } = request;
    const given: PropertyValue = inputs[property] ?? null;
    const prefix: PropertyValue = inputs[rule.insteadOf ?? `${property}Prefix`] ?? null;
    if (given !== null || prefix !== null) return { inputs };

    const generated = defaultsOf(oldInputs).includes(property) ? text(oldInputs[property]) : "";
    const maxLength = rule.maxLength ?? 255;
    const stem = `${rule.lowerCase ? request.name.toLowerCase() : request.name}-`;
    if (generated === "" && stem.length + SUFFIX_LENGTH > maxLength) {
        const problem = `name '${stem}' plus ${SUFFIX_LENGTH} random chars is longer than maximum length ${maxLength}. Shorten the logical name or set ${property}.`;
        return { inputs, problem: { property, problem } };
    }
    const suffix = hexOf(Buffer.from(request.seed).toString("hex") + request.name, SUFFIX_LENGTH);
    const name = generated === "" ? `${rule.prefix ?? ""}${stem}${suffix}` : generated;
    return { inputs: withDefault({ ...inputs, [property]: name }, property) };
}

/** The bridge's own record of which inputs it filled in; without it a name that the program once gave would be kept for ever. */
export function withDefault(inputs: PropertyMap, property: string): PropertyMap {
    return { ...inputs, __defaults: [...new Set([...defaultsOf(inputs), property])] };
}

function defaultsOf(inputs: PropertyMap): string[] {
    const defaults = inputs["__defaults"];
    return Array.isArray(defaults) ? defaults.map(text) : [];
}

/** The name that the provider itself makes of a prefix when it creates the resource: the prefix and 26 digits of the time. */
export function prefixedName(prefix: PropertyValue | undefined, digits: string, fallback = "tf-"): string {
    return `${prefix === undefined || prefix === null || isUnknown(prefix) ? fallback : text(prefix)}20260101000000${digits.slice(0, 12)}`;
}
