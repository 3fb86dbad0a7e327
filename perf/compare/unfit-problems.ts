import type { MeasuredRun } from "./measured-run";

/** The gate's own margin for errors: what it would call a regression may not hide in answers that are no decisions. */
export const UNDECIDED_SHARE = 0.005;

/** Why a run is neither a baseline nor held against one, a sentence each; nothing where it is both. */
export function unfitProblems({ path, result }: MeasuredRun): string[] {
    const { status, remarks, totals, byKind, target, environment } = result;
    const { sent, outcomes } = totals;
    const problems: string[] = [];
    if (status !== "complete")
        problems.push(`${path} is ${status}${remarks.length === 0 ? "" : ` (${remarks.join(" ")})`}; run it again.`);
    const parts = [
        ["", totals] as const,
        ...Object.entries(byKind).map(([kind, part]) => [kind, part.totals] as const),
    ];
    for (const [kind, { answered }] of parts)
        if (answered === 0)
            problems.push(
                `${path}: nothing${kind === "" ? "" : ` of ${kind}`} was answered, so that there is no latency to compare.`,
            );
    if (target.kind === "platform" && environment === null)
        problems.push(
            `${path} has no fingerprint of its environment, so that nothing says what it is like. Measure with an environment that \`npm run perf -- check\` has passed.`,
        );
    const unsent = totals.scheduled - sent;
    if (unsent > totals.scheduled * UNDECIDED_SHARE)
        problems.push(
            `${path}: ${unsent} of ${totals.scheduled} requests were not sent, so that what would have been slowest is not in its latency; ${UNDECIDED_SHARE * 100} % may be at most.`,
        );
    const undecided = { degraded: outcomes.degraded, limited: outcomes["rate-limited"] + outcomes["quota-exhausted"] };
    for (const [what, count] of Object.entries(undecided))
        if (count > sent * UNDECIDED_SHARE)
            problems.push(
                `${path}: ${count} of ${sent} answers were ${ANSWERS[what] ?? what}; they cost less than a decision, and may be ${UNDECIDED_SHARE * 100} % at most.`,
            );
    return problems;
}

const ANSWERS: Readonly<Record<string, string>> = {
    degraded: "scored by the fallback (degradedScoring)",
    limited: "429 by a rate limit or the licence's quota",
};
