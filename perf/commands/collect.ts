import { readFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { readEnvironmentFile } from "../environment/environment-file";
import { clusterCommands } from "../environment/kubectl";
import { collectRunners } from "../in-cluster/collect-runners";
import { resultOfRunners } from "../k6/result-of-runners";
import { PerfError } from "../perf-error";
import { writeResult } from "../results/store";
import { SCENARIOS, scenarioNamed } from "../workload/scenarios";

interface CollectOptions {
    readonly scenario: string;
    readonly environment?: string;
    readonly context?: string;
    readonly log?: readonly string[];
    readonly k6Version: string;
    readonly out: string;
}

/** `collect`: exit code 0 for a complete result, 1 for one that was kept but is partial or unsustained. */
export function addCollect(program: Command, commandsOf = clusterCommands): void {
    program
        .command("collect")
        .description("make one result of what the runners of a run printed, in the cluster or where k6 was run by hand")
        .addOption(
            new Option("--scenario <name>", "what was run")
                .choices(SCENARIOS.map(({ name }) => name))
                .makeOptionMandatory(),
        )
        .option("--environment <file>", "of `check --out`, from before the run; without it the result is no baseline")
        .option("--context <name>", "of the kubeconfig; default: the current one")
        .option(
            "--log <files...>",
            "what k6 printed where it was run by hand, one file for each runner; no cluster is asked",
        )
        .option("--k6-version <version>", "of the k6 that was run by hand", "unknown")
        .requiredOption("--out <folder>", "write the result into it, whatever it is worth")
        .action(async (options: CollectOptions, command: Command) => {
            const { environment, context, out } = options;
            const { writeOut, writeErr } = command.configureOutput();
            const scenario = scenarioNamed(options.scenario);
            const measured =
                options.log === undefined
                    ? await collectRunners(commandsOf(context).kubectl, { scenario, ceilingRequestsPerSecond: null })
                    : resultOfRunners(options.log.map(readLog), {
                          scenario,
                          runners: options.log.length,
                          k6Version: options.k6Version,
                          environment: null,
                          ceilingRequestsPerSecond: null,
                      });
            // What was found must have held when the run began, not now.
            const began = new Date(measured.startedAt);
            const known = environment === undefined ? null : readEnvironmentFile(environment, { now: began });
            const path = writeResult(out, { ...measured, environment: known });
            for (const remark of measured.remarks) writeErr?.(`collect: ${remark}\n`);
            writeOut?.(`${path}\n`);
            if (measured.status !== "complete") process.exitCode = 1;
        });
}

function readLog(path: string): string {
    try {
        return readFileSync(path, "utf8");
    } catch (problem) {
        throw new PerfError(`collect: ${path} cannot be read: ${(problem as Error).message}`);
    }
}
