import { type Command, Option } from "commander";
import { type RunOptions, runLoad } from "../driver/run-load";
import { SCENARIOS } from "../workload/scenarios";
import { address } from "./option-address";
import { numberFrom } from "./option-numbers";
import { addWorkloadOptions } from "./workload-options";

/** `run`: exit code 0 says that the run is whole and kept the SLO, 1 that it is not or did not, 2 that nothing was sent. */
export function addRun(program: Command): void {
    const positive = numberFrom(0, { above: true });
    const wholeFrom = (least: number) => numberFrom(least, { whole: true });
    const run = program
        .command("run")
        .description("send a scenario's load from here, and measure it from the intended starts")
        .requiredOption("--target <url>", "the platform's address: https://decisions.example.com", address)
        .addOption(
            new Option("--scenario <name>", "what to send")
                .choices(SCENARIOS.map(({ name }) => name))
                .default("recommend-100rps"),
        )
        .option("--rps <rate>", "a constant rate instead of the scenario's", positive)
        .option("--duration <seconds>", "instead of the scenario's", positive)
        .option("--no-warm-up", "measure from the first request on")
        .option("--out <folder>", "write the result into it, whatever it is worth")
        .option("--environment <file>", "that check has written: without it a result is no baseline");
    addWorkloadOptions(run)
        .option("--timeout <ms>", "from the intended start of a request", positive, 5000)
        .option("--connections <count>", "at most; default: what the rate needs at twice the SLO's p99", wholeFrom(1))
        .option("--ceiling <rate>", "that `ceiling` has measured here; else a high rate measures it first", positive)
        .option("--give-up-after <seconds>", "without any answer the target is taken for gone", positive, 30)
        .addHelpText(
            "after",
            `
TENANT_ID and API_KEY come from the environment; lists with commas between them for several tenants.
A run that is interrupted once keeps what it has measured; twice ends it at once.`,
        )
        .action((options: RunOptions) => runLoad(options));
}
