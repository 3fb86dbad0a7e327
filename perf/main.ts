import { CommanderError, program } from "commander";
import { addCommands } from "./commands/commands";
import { PerfError } from "./perf-error";

program.name("npm run perf --").description("Load on the platform, and what is read from it.").exitOverride();
addCommands(program);

program.parseAsync(process.argv).catch((problem: unknown) => {
    // Commander has said it already.
    if (problem instanceof CommanderError) process.exitCode = problem.exitCode === 0 ? 0 : 2;
    else if (problem instanceof PerfError) {
        process.stderr.write(`${problem.message}\n`);
        process.exitCode = problem.exitCode;
    } else throw problem;
});
