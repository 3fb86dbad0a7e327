// Measures previews of three programs, the last one also with the policy pack, in turn, in one process environment: `npm run bench -- [runs]`.
import { join } from "node:path";
import { prepareRun } from "../../offline/prepare-run";
import { projectRoot } from "../../offline/project";
import { type Measured, measure } from "./measure";
import { reportTable, resourcesToCreate } from "./report";

interface Program {
    readonly name: string;
    readonly folder: string;
    /** Arguments of the preview. */
    readonly args?: readonly string[];
}

const PROGRAMS_FOLDER = join(projectRoot, "perf", "start-up", "programs");

const PROGRAMS: readonly Program[] = [
    { name: "empty", folder: join(PROGRAMS_FOLDER, "empty") },
    { name: "one of each", folder: join(PROGRAMS_FOLDER, "one-of-each") },
    { name: "large", folder: projectRoot },
    { name: "large and pack", folder: projectRoot, args: ["--policy-pack", join(projectRoot, "policy")] },
];

async function preview({ folder, args = [] }: Program): Promise<Measured> {
    // A state of its own: what `npm run offline -- up` has made would turn the preview of a creation into one of no change.
    const run = await prepareRun(["preview", ...args], {
        programDir: folder,
        workDir: join(projectRoot, ".offline", "bench"),
    });
    try {
        const measured = await measure(run);
        if (measured.exitCode === 0) return measured;
        throw new Error(`bench: the preview of ${folder} exited with ${measured.exitCode}:\n${measured.output}`);
    } finally {
        run.finish();
    }
}

async function main([given = "5"]: readonly string[]): Promise<void> {
    const runs = Number(given);
    if (!Number.isInteger(runs) || runs < 1) throw new Error(`bench: runs is ${given}; give a whole number from 1.`);
    const all = [];
    for (const program of PROGRAMS) {
        // Unmeasured: it makes the stack and warms the disk cache.
        const { output } = await preview(program);
        all.push({ ...program, resources: resourcesToCreate(output), costs: [] as Measured[] });
    }
    for (let run = 1; run <= runs; run += 1) {
        process.stderr.write(`bench: run ${run} of ${runs}\n`);
        // In turn, so that whatever else the machine does falls on all of them.
        for (const program of all) program.costs.push(await preview(program));
    }
    process.stdout.write(`${reportTable(all)}\nPreviews, ${runs} runs of each in turn: median (least to most).\n`);
}

main(process.argv.slice(2)).catch((problem: Error) => {
    process.stderr.write(`${problem.message}\n`);
    process.exitCode = 1;
});
