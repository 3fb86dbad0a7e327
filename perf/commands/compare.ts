import { type Command, InvalidArgumentError } from "commander";
import { compare } from "../compare/compare";
import { comparisonText } from "../compare/comparison-text";
import { GATE } from "../compare/measure";
import { readRuns } from "../compare/measured-run";
import { newestBaselines, newestRuns, type Sides } from "../compare/newest-runs";
import { PerfError } from "../perf-error";
import { baselinesFolder } from "./baseline";

interface CompareOptions {
    readonly baseline?: readonly string[];
    readonly candidate?: readonly string[];
    readonly folder: string;
    readonly scenario: string;
    readonly runs?: number;
}

/** `compare`: exit code 0 passes, 1 is a regression or a change within noise, 2 says that the two sides cannot be compared. */
export function addCompare(program: Command): void {
    program
        .command("compare")
        .description(`hold runs against baselines, like with like (${GATE.source})`)
        .option("--baseline <files...>", "results to hold against; default: the newest in the folder")
        .option(
            "--candidate <files...>",
            "results to judge; default: the newest in the folder, against those before them",
        )
        .option("--folder <folder>", "where baselines are", baselinesFolder)
        .option("--scenario <name>", "which results of the folder, where no candidate is named", "recommend-100rps")
        .option(
            "--runs <count>",
            "runs that are taken from the folder for a side; default: as many as candidates",
            wholeNumber,
        )
        .action((options: CompareOptions) => {
            const { baseline, candidate, skipped } = sidesOf(options);
            for (const reason of skipped) process.stderr.write(`compare: passed over: ${reason}\n`);
            const comparison = compare(baseline, candidate);
            process.stdout.write(comparisonText(comparison));
            if (comparison.verdict !== "pass") process.exitCode = 1;
        });
}

function sidesOf({ baseline, candidate, folder, scenario, runs }: CompareOptions): Sides {
    if (candidate === undefined) {
        if (baseline === undefined) return newestRuns(folder, scenario, runs ?? 1);
        throw new PerfError("compare: --baseline is given without --candidate. Name the results to judge, too.");
    }
    if (baseline !== undefined) {
        const all = readRuns([...baseline, ...candidate]);
        return { baseline: all.slice(0, baseline.length), candidate: all.slice(baseline.length), skipped: [] };
    }
    const judged = readRuns(candidate);
    const { runs: found, skipped } = newestBaselines(
        folder,
        judged[0]?.result.scenario ?? scenario,
        runs ?? judged.length,
    );
    return { baseline: found, candidate: judged, skipped };
}

export function wholeNumber(text: string): number {
    const value = Number(text);
    if (Number.isInteger(value) && value >= 1) return value;
    throw new InvalidArgumentError("Give a whole number from 1.");
}
