import { type Command, InvalidArgumentError, Option } from "commander";
import { checkTable } from "../environment/check-table";
import { environmentChecks } from "../environment/environment-checks";
import { writeEnvironmentFile } from "../environment/environment-file";
import { environmentOf } from "../environment/environment-of";
import { type ClusterCommands, clusterCommands } from "../environment/kubectl";
import { LICENCES, type Licence } from "../environment/load-checks";
import { readCluster } from "../environment/read-cluster";
import { readStackOutputs } from "../environment/stack-outputs";
import { traceSampleRate } from "../environment/trace-sampling";
import { PerfError } from "../perf-error";
import { SCENARIOS, scenarioNamed } from "../workload/scenarios";

interface CheckOptions {
    readonly scenario: string;
    readonly out?: string;
    readonly outputs?: string;
    readonly stack?: string;
    readonly context?: string;
    readonly namespace: string;
    readonly release: string;
    readonly target?: string;
    readonly traceSampleRate?: number;
    readonly licence?: Licence;
    readonly decisionsUsed?: number;
}

/** `check`: exit code 0 says that a run counts, 1 that it does not, 2 that nothing could be read. */
export function addCheck(program: Command, commandsOf = clusterCommands): void {
    program
        .command("check")
        .description("say whether a run on the platform would count, and write down what the platform is made of")
        .addOption(
            new Option("--scenario <name>", "what is to be run")
                .choices(SCENARIOS.map(({ name }) => name))
                .makeOptionMandatory(),
        )
        .option("--out <file>", "where the environment is written for run and collect, if the run would count")
        .option("--outputs <file>", "of `pulumi stack output --json`; default: pulumi is asked")
        .option("--stack <name>", "whose outputs pulumi is asked for; default: the selected one")
        .option("--context <name>", "of the kubeconfig; default: the current one")
        .option("--namespace <name>", "of the release", "kaireon")
        .option("--release <name>", "of Helm", "kaireon")
        .option("--target <url>", "where the tenant's settings are asked for; default: the stack's applicationUrl")
        .option("--trace-sample-rate <rate>", "where the platform can't be asked for it: 0 to 1", share)
        .addOption(new Option("--licence <name>", "no endpoint tells it").choices(LICENCES))
        .option("--decisions-used <count>", "of this month, for a licence with a quota", count)
        .addHelpText(
            "after",
            "\nAPI_KEY and TENANT_ID: as for run; lists with commas between them for several tenants.",
        )
        .action((options: CheckOptions, command: Command) => check(options, commandsOf(options.context), command));
}

async function check(options: CheckOptions, commands: ClusterCommands, command: Command): Promise<void> {
    const { writeOut, writeErr } = command.configureOutput();
    const { stack, clusterName, applicationUrl } = await readStackOutputs({
        file: options.outputs,
        stack: options.stack,
    });
    const cluster = await readCluster(commands, options);
    const keys = (process.env["API_KEY"] ?? "").split(",");
    const rate =
        options.traceSampleRate ??
        (await traceSampleRate({
            target: options.target ?? applicationUrl,
            apiKey: keys[0]?.trim(),
            tenantId: process.env["TENANT_ID"]?.split(",")[0]?.trim(),
        }));
    const checks = environmentChecks({
        cluster,
        clusterName,
        scenario: scenarioNamed(options.scenario),
        tenants: keys.length,
        licence: options,
        traceSampleRate: rate,
    });
    writeOut?.(`${checkTable(checks)}\n`);
    const wrong = checks.filter(({ problems }) => problems.length > 0).length;
    if (wrong > 0 || typeof rate !== "number")
        throw new PerfError(`check: ${wrong} of ${checks.length} conditions do not hold; a run would not count.`, 1);
    if (options.out === undefined) return;
    writeEnvironmentFile(options.out, environmentOf(cluster, { stack, traceSampleRate: rate }), new Date());
    writeErr?.(`check: wrote ${options.out}\n`);
}

function share(text: string): number {
    const value = Number(text);
    if (text.trim() !== "" && value >= 0 && value <= 1) return value;
    throw new InvalidArgumentError("Give a share of the decisions, 0 to 1.");
}

function count(text: string): number {
    const value = Number(text);
    if (text.trim() !== "" && Number.isInteger(value) && value >= 0) return value;
    throw new InvalidArgumentError("Give a whole number from 0.");
}
