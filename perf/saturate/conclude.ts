import { findingOf } from "./finding";
import { crossings, type Thresholds } from "./first-crossing";
import type { Samples } from "./metrics-export";
import { scenarioMix } from "./scenario-mix";
import { type Ending, nextStep } from "./search";
import type { SearchFile } from "./search-file";

/** A search with what follows from its steps; without its end, as it is. */
export function concluded(search: SearchFile, samples?: Samples, thresholds: Thresholds = {}): SearchFile {
    const { steps, settings, target, pods } = search;
    const next = nextStep(steps, settings);
    if (next.kind === "try") return { ...search, finding: null, metrics: null };
    const mix = scenarioMix(settings.scenarioMix);
    const { broken, ...finding } = findingOf(next.ending, { steps, mix, targetKind: target.kind, pods });
    return {
        ...search,
        finding: { ...finding, broken: [...broken] },
        metrics: samples === undefined ? search.metrics : metricsOf(next.ending, search, samples, thresholds),
    };
}

/** The time that metrics are wanted of: the whole search, and a minute on both sides for what is counted by the minute. */
export function searchRange({ startedAt, steps }: SearchFile): { readonly from: Date; readonly to: Date } {
    const end = steps.at(-1)?.endedAt ?? startedAt;
    return { from: new Date(Date.parse(startedAt) - 60_000), to: new Date(Date.parse(end) + 60_000) };
}

function metricsOf(ending: Ending, { steps }: SearchFile, samples: Samples, thresholds: Thresholds) {
    if (ending.kind !== "found" && ending.kind !== "below-range") return null;
    const broke = steps.findLast(({ rate }) => rate === ending.broke);
    const held =
        ending.kind === "found"
            ? steps.findLast(({ rate, verdict }) => rate === ending.held && verdict === "held")
            : undefined;
    return broke === undefined ? null : crossings(samples, { broke, held }, thresholds);
}
