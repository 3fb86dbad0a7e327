import type { Mix } from "../workload/scenario";
import type { Ending } from "./search";
import { type Step, shownBroken } from "./step";

/** What a search has come to. */
export interface Finding {
    /** Highest rate that held, in requests a second; null where none is the target's. */
    readonly sustained: number | null;
    /** False where the target may well serve more: the search ended before it broke. */
    readonly isKnee: boolean;
    /** `p99 412 ms (below 200 ms)` at the lowest rate that broke, the worst first. */
    readonly broken: readonly string[];
    /** Rounded down; null without pods or without a rate. */
    readonly requestsPerPod: number | null;
    /** False where something else than the target has ended the search: the driver, a quota, a way that was cut. */
    readonly isTargets: boolean;
    /** Whether the figure may be stated for the platform. */
    readonly counts: boolean;
    /** One sentence for the reader. */
    readonly text: string;
}

/** What the figure is of. */
export interface Searched {
    readonly steps: readonly Step[];
    readonly mix: Mix;
    readonly targetKind: "platform" | "simulator";
    /** Ready pods of the api. */
    readonly pods: number | null;
}

/** Judges an ending: a rate that the driver, a quota or a vanished target has cut off is no capacity. */
export function findingOf(ending: Ending, { steps, targetKind, pods }: Searched): Finding {
    const sustained = ending.kind === "below-range" ? null : ending.held;
    const isTargets = ending.kind === "found" || ending.kind === "above-range";
    return {
        sustained,
        isKnee: ending.kind === "found",
        broken: ending.kind === "found" || ending.kind === "below-range" ? brokenAt(ending.broke, steps) : [],
        requestsPerPod: isTargets && sustained !== null && pods !== null ? Math.floor(sustained / pods) : null,
        isTargets: isTargets && sustained !== null,
        counts: isTargets && targetKind === "platform",
        text: textOf(ending, steps),
    };
}

/** The limits of the last step at a rate. */
export function brokenAt(rate: number, steps: readonly Step[]): readonly string[] {
    return (steps.findLast((step) => step.rate === rate)?.broken ?? []).map(shownBroken);
}

function textOf(ending: Ending, steps: readonly Step[]): string {
    switch (ending.kind) {
        case "found":
            return `${ending.held}/s is sustained; at ${ending.broke}/s ${brokenAt(ending.broke, steps).join(", ")}.`;
        case "above-range":
            return `${ending.held}/s is sustained, the highest rate that was tried: the target may serve more. Raise --to, with --resume.`;
        case "below-range":
            return `${ending.broke}/s is not sustained, the lowest rate that was tried: ${brokenAt(ending.broke, steps).join(", ")}. Lower --from.`;
        case "unsustained":
            return (
                `At ${ending.at}/s the driver could not send what it was asked to: this is the driver's ceiling, not the target's, and no saturation ` +
                `figure${best(ending.held)}. Send from a larger machine or from inside the cluster.`
            );
        case "throttled":
            return (
                `At ${ending.at}/s requests were refused with 429: this is a rate limit or the licence's quota, not the target's capacity, and no ` +
                `saturation figure${best(ending.held)}. Raise the limit, or spread the load over more tenants.`
            );
        case "gone":
            return `At ${ending.at}/s the target went away twice: what it sustains is not known${best(ending.held)}. See why, and go on with --resume.`;
    }
}

function best(held: number | null): string {
    return held === null ? "" : ` (${held}/s held)`;
}
