import type { Outcome } from "../workload/outcome";
import type { RequestKind } from "../workload/request";

export const RUNNER_FORMAT = "kaireon-perf-runner/1";

/** What one runner of k6 says at its end. Counts only, so that those of several runners add up exactly. */
export interface RunnerSummary {
    readonly format: typeof RUNNER_FORMAT;
    /** Drawn at random: a text that is read twice counts once. */
    readonly id: string;
    readonly scenario: string;
    readonly url: string;
    /** When the measured part began. */
    readonly startedAt: string;
    /** How long the measured part lasted; less than the scenario's when it was stopped. */
    readonly seconds: number;
    readonly seed: number;
    readonly customers: number;
    readonly skew: number;
    readonly tenants: number;
    /** Requests of the measured part that were begun. */
    readonly started: number;
    /** Requests of the measured part that no virtual user was free for. */
    readonly dropped: number;
    /** Answers that came from the simulator. */
    readonly simulated: number;
    /** As k6 names them: `kaireon_errors: rate<0.001`. */
    readonly failedThresholds: readonly string[];
    readonly kinds: Readonly<Partial<Record<RequestKind, RunnerCounts>>>;
}

export interface RunnerCounts {
    readonly outcomes: Readonly<Partial<Record<Outcome, number>>>;
    /** By reason. */
    readonly errors: Readonly<Record<string, number>>;
    /** Whole answers and what timed out, by the bucket of their latency. */
    readonly buckets: Readonly<Record<string, number>>;
}

/** Around the summary in what a runner prints: its log holds other lines too. */
export const BEGIN = "-----BEGIN KAIREON RUNNER SUMMARY-----";
export const END = "-----END KAIREON RUNNER SUMMARY-----";

/** One line, as short as JSON gets: a container's log cuts lines at 16 KiB, and joins them again only where the reader knows. */
export function printedSummary(summary: RunnerSummary): string {
    return `${BEGIN}\n${JSON.stringify(summary)}\n${END}\n`;
}
