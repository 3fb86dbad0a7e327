/** How a rate was borne in one step. */
export type Verdict =
    /** Within the SLO, and as many answers as arrivals. */
    | "held"
    /** A limit broke. */
    | "broke"
    /** The driver sent less than it was asked to. */
    | "unsustained"
    /** The platform refused requests by its rate limit or its licence: what it could do otherwise does not show. */
    | "throttled"
    /** The target went away in the middle. */
    | "gone";

export interface Tried {
    /** Requests a second. */
    readonly rate: number;
    readonly verdict: Verdict;
}

export interface SearchSettings {
    /** Lowest and highest rate that is tried, in requests a second. */
    readonly from: number;
    readonly to: number;
    /** How far the highest rate that held and the lowest that broke may be apart, as a share of the former. */
    readonly precision: number;
}

export type Ending =
    /** Between `held` and `broke` lies the knee. */
    | { readonly kind: "found"; readonly held: number; readonly broke: number }
    | { readonly kind: "above-range"; readonly held: number }
    | { readonly kind: "below-range"; readonly broke: number }
    /** Something else than the target's capacity ended the search; `held` is the best until then. */
    | { readonly kind: "unsustained" | "throttled" | "gone"; readonly at: number; readonly held: number | null };

export type Next =
    | { readonly kind: "try"; readonly rate: number; readonly repeat: boolean }
    | { readonly kind: "end"; readonly ending: Ending };

/** Each rate of the raise is this many times the one before: a few steps to any knee, and no step far beyond it. */
const GROWTH = 2;
/** A step that fails may have met noise: it counts when it has failed as many times. */
const FAILURES_THAT_COUNT = 2;

/** What has been settled about the rates tried so far. */
interface Known {
    readonly held: number | null;
    readonly broke: number | null;
}

/**
 * The step after those that were made: geometric raise until a rate breaks, then bisection. Pure: a search that was stopped goes on from
 * its steps, and with a wider range or a finer precision from there.
 */
export function nextStep(tried: readonly Tried[], settings: SearchSettings): Next {
    const last = tried.at(-1);
    if (last !== undefined && last.verdict !== "held") {
        const failures = tried.filter(({ rate, verdict }) => rate === last.rate && verdict !== "held").length;
        const settled = tried.some(({ rate, verdict }) => rate === last.rate && verdict === "held");
        if (!settled && failures < FAILURES_THAT_COUNT) return { kind: "try", rate: last.rate, repeat: true };
        if (!settled && last.verdict !== "broke")
            return { kind: "end", ending: { kind: last.verdict, at: last.rate, held: highestHeld(tried) } };
    }
    return afterSettled(known(tried), settings);
}

function afterSettled({ held, broke }: Known, { from, to, precision }: SearchSettings): Next {
    if (held === null)
        return broke === null
            ? { kind: "try", rate: from, repeat: false }
            : { kind: "end", ending: { kind: "below-range", broke } };
    if (broke === null)
        return held >= to
            ? { kind: "end", ending: { kind: "above-range", held } }
            : { kind: "try", rate: Math.min(to, Math.round(held * GROWTH)), repeat: false };
    const middle = Math.round((held + broke) / 2);
    return broke - held <= held * precision || middle <= held || middle >= broke
        ? { kind: "end", ending: { kind: "found", held, broke } }
        : { kind: "try", rate: middle, repeat: false };
}

/** A rate held if one of its steps did; it broke if all did and they were enough. */
function known(tried: readonly Tried[]): Known {
    const held = highestHeld(tried);
    const broken = [...new Set(tried.map(({ rate }) => rate))].filter((at) => {
        const steps = tried.filter(({ rate }) => rate === at);
        return steps.length >= FAILURES_THAT_COUNT && steps.every(({ verdict }) => verdict !== "held");
    });
    const above = broken.filter((rate) => rate > (held ?? 0));
    return { held, broke: above.length === 0 ? null : Math.min(...above) };
}

function highestHeld(tried: readonly Tried[]): number | null {
    const held = tried.filter(({ verdict }) => verdict === "held").map(({ rate }) => rate);
    return held.length === 0 ? null : Math.max(...held);
}
