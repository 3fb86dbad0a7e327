import { make } from "covertable";

/** Factors with their levels. */
export type Levels = Readonly<Record<string, readonly string[]>>;

/** One level for each factor. */
export type Row = Readonly<Record<string, string>>;

/** Two levels of two factors. */
export type Pair = readonly [factor: string, level: string, otherFactor: string, otherLevel: string];

/** Arrays that are tried; the number of rows differs by a few, and the smallest array wins. */
const ATTEMPTS = 20;

/**
 * Rows in which every two levels of different factors meet that can meet. The same every time for the same levels.
 *
 * @param mend turns a row that cannot be into one that can; others it leaves alone. A filter would serve less well: behind one, covertable
 * leaves out pairs that it could still have placed.
 */
export function coveringArray(levels: Levels, mend: (row: Row) => Row): readonly Row[] {
    const attempts = Array.from({ length: ATTEMPTS }, (_, seed) => {
        const rows = make({ ...mutable(levels) }, { seed: String(seed) }).map((row) => mend(inOrder(levels, row)));
        return { rows, missing: missingPairs(levels, mend, rows) };
    });
    const complete = attempts.filter(({ missing }) => missing.length === 0);
    const smallest = complete.sort((one, other) => one.rows.length - other.rows.length)[0];
    if (smallest !== undefined) return [...smallest.rows].sort(byLevels(levels));
    const closest = attempts.sort((one, other) => one.missing.length - other.missing.length)[0];
    const lost = closest?.missing.map(([, level, , other]) => `${level} with ${other}`).join(", ");
    throw new Error(
        `combinations: none of ${ATTEMPTS} arrays has every pair; the closest lacks ${lost}. Raise ATTEMPTS.`,
    );
}

/** All pairs, the impossible ones among them. */
export function pairsOf(levels: Levels): readonly Pair[] {
    const factors = Object.keys(levels);
    return factors.flatMap((factor, index) =>
        factors
            .slice(index + 1)
            .flatMap((other) =>
                (levels[factor] ?? []).flatMap((level) =>
                    (levels[other] ?? []).map((otherLevel): Pair => [factor, level, other, otherLevel]),
                ),
            ),
    );
}

/** Whether a row with these two levels is one that can be. */
export function isPossible([factor, level, other, otherLevel]: Pair, mend: (row: Row) => Row): boolean {
    const pair = { [factor]: level, [other]: otherLevel };
    return holds(mend(pair), [factor, level, other, otherLevel]);
}

export function holds(row: Row, [factor, level, other, otherLevel]: Pair): boolean {
    return row[factor] === level && row[other] === otherLevel;
}

function missingPairs(levels: Levels, mend: (row: Row) => Row, rows: readonly Row[]): readonly Pair[] {
    return pairsOf(levels).filter((pair) => isPossible(pair, mend) && !rows.some((row) => holds(row, pair)));
}

function mutable(levels: Levels): Record<string, string[]> {
    return Object.fromEntries(Object.entries(levels).map(([factor, of]) => [factor, [...of]]));
}

/** covertable gives the factors in the order in which it placed them. */
function inOrder(levels: Levels, row: Row): Row {
    return Object.fromEntries(Object.keys(levels).map((factor) => [factor, row[factor] ?? ""]));
}

function byLevels(levels: Levels): (one: Row, other: Row) => number {
    const places = (row: Row) => Object.entries(levels).map(([factor, of]) => of.indexOf(row[factor] ?? ""));
    return (one, other) => {
        const [left, right] = [places(one), places(other)];
        const differs = left.findIndex((place, index) => place !== right[index]);
        return (left[differs] ?? 0) - (right[differs] ?? 0);
    };
}
