import { CommanderError, program } from "commander";
import { addBaseline } from "./commands/baseline";
import { addBundle } from "./commands/bundle";
import { addCeiling } from "./commands/ceiling";
import { addCheck } from "./commands/check";
import { addCollect } from "./commands/collect";
import { addCompare } from "./commands/compare";
import { addInCluster } from "./commands/in-cluster";
import { addReport } from "./commands/report";
import { addRun } from "./commands/run";
import { addSaturate } from "./commands/saturate";
import { addScenarios } from "./commands/scenarios";
import { addSimulate } from "./commands/simulate";
import { PerfError } from "./perf-error";

program.name("npm run perf --").description("Load on the platform, and what is read from it.").exitOverride();
addScenarios(program);
addBundle(program);
addCheck(program);
addInCluster(program);
addCollect(program);
addBaseline(program);
addCompare(program);
addReport(program);
addRun(program);
addCeiling(program);
addSimulate(program);
addSaturate(program);

program.parseAsync(process.argv).catch((problem: unknown) => {
    // Commander has said it already.
    if (problem instanceof CommanderError) process.exitCode = problem.exitCode === 0 ? 0 : 2;
    else if (problem instanceof PerfError) {
        process.stderr.write(`${problem.message}\n`);
        process.exitCode = problem.exitCode;
    } else throw problem;
});
