import type { Environment, Result } from "../results/result";
import type { Scenario } from "../workload/scenario";

/** What the summaries do not say. */
export interface RunnersContext {
    readonly scenario: Scenario;
    /** How many runners were started: fewer summaries make the result partial. */
    readonly runners: number;
    /** Of the image, as in its tag. */
    readonly k6Version: string;
    readonly environment: Environment | null;
    /** The most that these runners can send, where that was measured. */
    readonly ceilingRequestsPerSecond: number | null;
}

/**
 * One result from what the runners of a test printed.
 * @param texts the log of each runner, with its summary between the markers somewhere in it
 * @throws PerfError (exit 1) when no text holds a summary, or when they are of different runs
 */
export function resultOfRunners(texts: readonly string[], context: RunnersContext): Result {
    throw new Error(`not merged yet: ${texts.length} of ${context.runners}`);
}
