import { join } from "node:path";
import type { Command } from "commander";
import { projectRoot } from "../../offline/project";
import { comparisonText } from "../compare/comparison-text";
import { readRuns } from "../compare/measured-run";
import { promote } from "../compare/promote";

export const baselinesFolder = join(projectRoot, "perf", "baselines");

/** `baseline`: exit code 1 where the gate against the present baseline does not pass, 2 where a run is no baseline. */
export function addBaseline(program: Command): void {
    program
        .command("baseline")
        .description("make baselines of whole runs of a platform, once they pass the gate against the present ones")
        .argument("<results...>", "files that a run has written; all of them are recorded, or none")
        .option(
            "--folder <folder>",
            "where to record; runs against the simulator only outside perf/baselines",
            baselinesFolder,
        )
        .option("--accept <reason>", "record in spite of the gate, with the reason among the remarks")
        .action((paths: string[], { folder, accept }: { readonly folder: string; readonly accept?: string }) => {
            const promotion = { baselinesFolder, folder, ...(accept === undefined ? {} : { accept }) };
            const { paths: recorded, comparisons } = promote(readRuns(paths), promotion);
            for (const { scenario, comparison } of comparisons)
                process.stdout.write(
                    comparison === null
                        ? `${scenario}: nothing in ${folder} is like it: this begins a series.\n`
                        : `${comparisonText(comparison)}\n`,
                );
            for (const path of recorded) process.stdout.write(`Recorded ${path}\n`);
        });
}
