import { z } from "zod";
import type { Samples } from "./metrics-export";
import { SIGNALS, type Signal } from "./signals";

const crossingSchema = z.strictObject({
    signal: z.string(),
    tier: z.string(),
    title: z.string(),
    value: z.number(),
    threshold: z.number(),
    source: z.string(),
    /** The middle of the time that the first such value speaks of. */
    at: z.iso.datetime(),
    /** Whether it was there at the highest sustained rate already: then it did not break the SLO. */
    alsoWhileSustained: z.boolean(),
});

export const crossingsSchema = z.strictObject({
    /** In the order in which they crossed. */
    crossed: z.array(crossingSchema),
    /** Signals that the exports have values of. */
    given: z.array(z.string()),
    missing: z.array(z.string()),
});

export type Crossing = z.infer<typeof crossingSchema>;
export type Crossings = z.infer<typeof crossingsSchema>;

/** A step of the search. */
export interface Span {
    readonly startedAt: string;
    readonly endedAt: string;
}

export interface Steps {
    /** The lowest rate that broke. */
    readonly broke: Span;
    /** The highest rate that held. */
    readonly held: Span | undefined;
}

/** Thresholds instead of the table's, by signal. */
export type Thresholds = Readonly<Record<string, number>>;

/** The signals that crossed their thresholds while the SLO broke, the first one first. */
export function crossings(samples: Samples, { broke, held }: Steps, thresholds: Thresholds = {}): Crossings {
    const crossed = SIGNALS.flatMap((signal) => {
        const own = { ...signal, threshold: thresholds[signal.id] ?? signal.threshold };
        const first = firstIn(samples, own, broke);
        if (first === undefined) return [];
        const alsoWhileSustained = held !== undefined && firstIn(samples, own, held) !== undefined;
        return [{ ...first, alsoWhileSustained }];
    });
    // What was so before did not break anything: it is told last.
    crossed.sort(
        (one, other) =>
            Number(one.alsoWhileSustained) - Number(other.alsoWhileSustained) ||
            Date.parse(one.at) - Date.parse(other.at),
    );
    const has = ({ id }: Signal) => (samples.get(id) ?? []).some((sample) => overlaps(sample, broke));
    return {
        crossed,
        given: SIGNALS.filter(has).map(({ id }) => id),
        missing: SIGNALS.filter((signal) => !has(signal)).map(({ id }) => id),
    };
}

/** What a reader is told. */
export function crossingsText({ crossed, given, missing }: Crossings): string {
    const lines = crossed.map(
        ({ tier, title, value, threshold, source, at, alsoWhileSustained }) =>
            `${tier}: ${title}: ${Number(value.toPrecision(3))} at ${at.slice(11, 19)}, threshold ${threshold} (${source})` +
            `${alsoWhileSustained ? "; also at the highest sustained rate, so it is not what broke" : ""}.`,
    );
    const first = crossed.find(({ alsoWhileSustained }) => !alsoWhileSustained);
    const head =
        given.length === 0
            ? "No metrics were given for the step that broke: which tier broke first is not known."
            : first === undefined
              ? "None of the given metrics crossed its threshold."
              : `Broke first: ${first.tier}.`;
    const absent = given.length > 0 && missing.length > 0 ? [`Not given: ${missing.join(", ")}.`] : [];
    return [head, ...lines, ...absent].join("\n");
}

type Found = Omit<Crossing, "alsoWhileSustained">;

function firstIn(samples: Samples, { id, tier, title, threshold, source }: Signal, span: Span): Found | undefined {
    const within = (samples.get(id) ?? []).filter((sample) => overlaps(sample, span));
    const first = within
        .filter(({ value }) => value >= threshold)
        .sort((one, other) => one.from + one.to - other.from - other.to)[0];
    if (first === undefined) return undefined;
    const at = new Date((first.from + first.to) / 2).toISOString();
    return { signal: id, tier, title, value: first.value, threshold, source, at };
}

/** More than half of what the value speaks of lies in the step, or the other way round: else it is of what came before or after. */
function overlaps({ from, to }: { readonly from: number; readonly to: number }, { startedAt, endedAt }: Span): boolean {
    const [start, end] = [Date.parse(startedAt), Date.parse(endedAt)];
    const shared = Math.min(to, end) - Math.max(from, start);
    return shared > 0 && shared >= Math.min(to - from, end - start) / 2;
}
