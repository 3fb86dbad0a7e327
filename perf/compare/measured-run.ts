import type { Result } from "../results/result";
import { readResults } from "../results/store";

/** A result and the file that it came from, which messages name. */
export interface MeasuredRun {
    readonly path: string;
    readonly result: Result;
}

/** @throws PerfError with all that is wrong with any of the files */
export function readRuns(paths: readonly string[]): MeasuredRun[] {
    const results = readResults(paths);
    return paths.flatMap((path, index) => {
        const result = results[index];
        return result === undefined ? [] : [{ path, result }];
    });
}
