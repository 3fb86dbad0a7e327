import { oneOf, problem } from "./problem";

/** An unknown size of a known family is a mistake; an unknown family may be newer than the list, and only warned of. */
export function unknownType(
    key: string,
    type: string,
    known: readonly string[] | undefined,
    rule: string,
): readonly string[] {
    if (known === undefined || known.includes(type) || !isOfKnownFamily(type, known)) return [];
    const siblings = known.filter((other) => familyOf(other) === familyOf(type));
    return [problem(key, type, rule, `Take ${oneOf(siblings)}`)];
}

/** The warning about a type whose family this program has never heard of. */
export function unlistedType(
    key: string,
    type: string,
    known: readonly string[] | undefined,
    what: string,
): readonly string[] {
    return known === undefined || isOfKnownFamily(type, known) ? [] : [unlisted(key, type, what)];
}

export function unlisted(key: string, value: string, what: string): string {
    return problem(key, value, `it is not in this program's list of ${what}`, "Check that AWS offers it");
}

function isOfKnownFamily(type: string, known: readonly string[]): boolean {
    return known.some((other) => familyOf(other) === familyOf(type));
}

/** `r7g` of `db.r7g.2xlarge`, `cache.r7g.xlarge` and `r7g.large.search`. */
function familyOf(type: string): string {
    const parts = type.replace(/^(db|cache|kafka)\./, "").split(".");
    return parts[0] ?? type;
}
