import type { View } from "./graph/view";
import type { Requirement } from "./requirement";

/** Every item of a list meets a requirement at a place below it; a list without items does too. */
export function eachItem(path: string, must: Requirement, absentIs: "refused" | "accepted"): Requirement {
    return {
        text: `a list in which every ${path} is ${must.text}`,
        holds: (place) =>
            place.items().every((item) => {
                const below = item.at(path);
                return below.exists ? must.holds(below) : absentIs === "accepted";
            }),
    };
}

/** As {@link eachItem}, of a list that must be given. */
export function givenAndEachItem(path: string, must: Requirement): Requirement {
    const each = eachItem(path, must, "refused");
    return { text: each.text, holds: (place) => place.exists && each.holds(place) };
}

/** A list of texts with nothing but these in it; it may be left out. */
export function nothingBut(...texts: readonly [string, ...string[]]): Requirement {
    return {
        text: `a list with nothing but ${texts.join(", ")}`,
        holds: (place) => place.texts().every((text) => texts.includes(text)),
    };
}

/** Left out, or as required. */
export function leftOutOr(must: Requirement): Requirement {
    return { text: `${must.text}, or left out`, holds: (place) => !place.exists || must.holds(place) };
}

/** A map with nothing but these keys in each item of a list, `name` apart. */
export function itemsOfKinds(...kinds: readonly [string, ...string[]]): Requirement {
    return {
        text: `a list of ${kinds.join(", ")}`,
        holds: (place) =>
            place.items().every((item) => item.names().every((key) => key === "name" || kinds.includes(key))),
    };
}

/** A requirement that a function decides. */
export function satisfying(text: string, holds: (place: View) => boolean): Requirement {
    return { text, holds };
}
