/**
 * The vendor's objectives for decisions: https://docs.kaireonai.com, page on SLO. Its latency is a histogram of the application's and its
 * errors are the load balancer's 5xx; a load is judged from the caller's side, by every request that got no useful answer.
 */
export const SLO = {
    p99Ms: 200,
    p95Ms: 100,
    /** 0 to 1. */
    errorRate: 0.001,
    source: "vendor's SLO: decision P99 under 200 ms, P95 under 100 ms, errors under 0.1 %",
} as const;

/** What the objectives judge of a result, or of a part of one. */
export interface Judged {
    readonly latencyMs: { readonly p95: number; readonly p99: number };
    readonly totals: { readonly errorRate: number };
}

/** What the objectives find wrong, a sentence each; nothing where they are kept. */
export function sloProblems({ latencyMs, totals }: Judged): string[] {
    const problems: string[] = [];
    if (latencyMs.p99 >= SLO.p99Ms)
        problems.push(`p99 is ${tenths(latencyMs.p99)} ms; it must be under ${SLO.p99Ms} ms.`);
    if (latencyMs.p95 >= SLO.p95Ms)
        problems.push(`p95 is ${tenths(latencyMs.p95)} ms; it must be under ${SLO.p95Ms} ms.`);
    if (totals.errorRate >= SLO.errorRate)
        problems.push(
            `errors are ${percent(totals.errorRate)} of what was sent; they must be under ${percent(SLO.errorRate)}.`,
        );
    return problems;
}

function tenths(value: number): string {
    return String(Math.round(value * 10) / 10);
}

function percent(share: number): string {
    return `${Math.round(share * 100_000) / 1000} %`;
}
