import { type Command, Option } from "commander";
import { readEnvironmentFile } from "../environment/environment-file";
import { clusterCommands } from "../environment/kubectl";
import { collectRunners } from "../in-cluster/collect-runners";
import { writeResult } from "../results/store";
import { SCENARIOS, scenarioNamed } from "../workload/scenarios";

interface CollectOptions {
    readonly scenario: string;
    readonly environment?: string;
    readonly context?: string;
    readonly out: string;
}

/** `collect`: exit code 0 for a complete result, 1 for one that was kept but is partial or unsustained. */
export function addCollect(program: Command, commandsOf = clusterCommands): void {
    program
        .command("collect")
        .description("make one result of what the runners of a run in the cluster printed")
        .addOption(
            new Option("--scenario <name>", "what was run")
                .choices(SCENARIOS.map(({ name }) => name))
                .makeOptionMandatory(),
        )
        .option("--environment <file>", "of `check --out`, from before the run; without it the result is no baseline")
        .option("--context <name>", "of the kubeconfig; default: the current one")
        .requiredOption("--out <folder>", "write the result into it, whatever it is worth")
        .action(async ({ scenario, environment, context, out }: CollectOptions, command: Command) => {
            const { writeOut, writeErr } = command.configureOutput();
            const measured = await collectRunners(commandsOf(context).kubectl, {
                scenario: scenarioNamed(scenario),
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
