import type { View } from "./graph/view";

/** What a property must be; `holds` may throw `CannotTell`. */
export interface Requirement {
    /** Goes on after "it must be": `true`, `at least 7`. */
    readonly text: string;
    readonly holds: (place: View) => boolean;
}

type Plain = string | number | boolean;

function read(place: View, like: Plain): Plain | undefined {
    if (typeof like === "number") return place.number();
    return typeof like === "boolean" ? place.flag() : place.text();
}

export function equalTo(value: Plain): Requirement {
    return { text: JSON.stringify(value), holds: (place) => read(place, value) === value };
}

export function oneOf(...values: readonly [string, ...string[]]): Requirement {
    return { text: `one of ${values.join(", ")}`, holds: (place) => values.includes(place.text() ?? "") };
}

export function noneOf(...values: readonly [string, ...string[]]): Requirement {
    return {
        text: `something other than ${values.join(", ")}`,
        holds: (place) => !values.includes(place.text() ?? ""),
    };
}

export function atLeast(least: number): Requirement {
    return { text: `at least ${least}`, holds: (place) => (place.number() ?? Number.NEGATIVE_INFINITY) >= least };
}

export function atMost(most: number): Requirement {
    return { text: `at most ${most}`, holds: (place) => (place.number() ?? Number.POSITIVE_INFINITY) <= most };
}

/** A list that has all of these texts, and perhaps more. */
export function containing(...texts: readonly [string, ...string[]]): Requirement {
    return {
        text: `a list with ${texts.join(", ")}`,
        holds: (place) => {
            const items = place.texts();
            return texts.every((text) => items.includes(text));
        },
    };
}

export function matching(pattern: RegExp, text: string): Requirement {
    return { text, holds: (place) => pattern.test(place.text() ?? "") };
}

/** Any value; also one that is not known yet. */
export function given(what = "set"): Requirement {
    return {
        text: what,
        holds: (place) =>
            place.state === "unknown" || (place.exists && place.shown() !== '""' && place.shown() !== "[]"),
    };
}

export function notGiven(): Requirement {
    return { text: "left out", holds: (place) => !place.exists };
}

/** Also when the property is left out, where that means all. */
export function leftOutOr(other: Requirement): Requirement {
    return { text: `left out or ${other.text}`, holds: (place) => !place.exists || other.holds(place) };
}

/** A list that has none of these texts. */
export function without(...texts: readonly [string, ...string[]]): Requirement {
    return {
        text: `a list without ${texts.join(", ")}`,
        holds: (place) => !place.texts().some((text) => texts.includes(text)),
    };
}

/** A list of which an entry has this value under the key and is not switched off by `enabled: false`. */
export function withEntry(key: string, value: string): Requirement {
    return {
        text: `a list with an enabled entry whose ${key} is ${value}`,
        holds: (place) => place.items().some((entry) => entry.text(key) === value && entry.flag("enabled") !== false),
    };
}

/** A key of the customer's own, known or not yet; not one that AWS keeps for a service (`alias/aws/kinesis`). */
export function ownKey(): Requirement {
    return {
        text: "a KMS key of your own",
        holds: (place) =>
            place.state === "unknown" || (place.exists && !/^"("|alias\/aws\/|.*:alias\/aws\/)/.test(place.shown())),
    };
}
