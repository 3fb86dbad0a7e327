import { isUnknown, type PropertyMap, text } from "../protocol/values";
import type { Refusal } from "../resources/row";

/** What AWS would say against a name. One that a preview does not know yet passes. */
export function refuseName(
    inputs: PropertyMap,
    rule: { readonly property: string; readonly pattern: RegExp; readonly allowed: string },
): Refusal | undefined {
    const { property, pattern, allowed } = rule;
    const name = text(inputs[property]);
    if (isUnknown(name) || pattern.test(name)) return undefined;
    return { property, problem: `${property} is "${name}"; ${allowed}. Set ${property}.` };
}
