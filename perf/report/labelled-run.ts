import { basename } from "node:path";
import type { MeasuredRun } from "../compare/measured-run";
import { PerfError } from "../perf-error";
import type { Result } from "../results/result";

/** A run beside others: `A` is the first, which the others' ratios are to. */
export interface LabelledRun {
    readonly label: string;
    /** The file's name. */
    readonly name: string;
    readonly result: Result;
}

/** As many as colours and dashes that everybody can tell apart. */
const LABELS = ["A", "B", "C", "D", "E", "F"] as const;

export function labelled(runs: readonly MeasuredRun[]): LabelledRun[] {
    if (runs.length > LABELS.length)
        throw new PerfError(
            `report: ${runs.length} results are given; ${LABELS.length} can be told apart side by side. Give fewer.`,
        );
    return runs.map(({ path, result }, index) => ({ label: LABELS[index] ?? "", name: basename(path), result }));
}

/** What must be seen before any figure is: `A: PARTIAL`. */
export interface Banner {
    readonly kind: "simulator" | "partial" | "unsustained";
    readonly title: string;
    readonly text: string;
}

const MEANINGS = {
    simulator: ["TARGET: SIMULATOR", "No figure of the product."],
    partial: ["PARTIAL", "It ended before its time; what there is was kept."],
    unsustained: [
        "UNSUSTAINED",
        "The driver sent less, or later, than it was asked to: the figures are partly its own.",
    ],
} as const;

export function bannersOf(runs: readonly LabelledRun[]): Banner[] {
    const are: Readonly<Record<Banner["kind"], (result: Result) => boolean>> = {
        simulator: ({ target }) => target.kind === "simulator",
        partial: ({ status }) => status === "partial",
        unsustained: ({ status }) => status === "unsustained",
    };
    return (["simulator", "partial", "unsustained"] as const).flatMap((kind) => {
        const found = runs.filter(({ result }) => are[kind](result)).map(({ label }) => label);
        const [title, text] = MEANINGS[kind];
        const which = found.length === runs.length ? "" : ` (${found.join(", ")})`;
        return found.length === 0 ? [] : [{ kind, title: `${title}${which}`, text }];
    });
}
