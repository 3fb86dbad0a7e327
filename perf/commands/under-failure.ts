import { readFileSync } from "node:fs";
import { type Command, InvalidArgumentError, Option } from "commander";
import { probe } from "../driver/probe";
import { secondText } from "../driver/progress";
import { type WorkloadOptions, workloadOf } from "../driver/workload-of";
import { readEnvironmentFile } from "../environment/environment-file";
import { PerfError } from "../perf-error";
import { scenarioMix } from "../saturate/scenario-mix";
import { customEvent, EVENTS, type FailureEvent } from "../under-failure/events";
import { writeFailure } from "../under-failure/failure-file";
import { failureText, isKept } from "../under-failure/failure-text";
import {
    type FilledCommand,
    filledCommand,
    instructions,
    shellCommand,
    unknownPlaceholders,
} from "../under-failure/filled-command";
import { runFailure, type Trigger } from "../under-failure/run-failure";
import { confirmed, executed } from "../under-failure/trigger";
import { address } from "./option-address";
import { numberFrom } from "./option-numbers";
import { addWorkloadOptions } from "./workload-options";

interface UnderFailureOptions extends WorkloadOptions {
    readonly event: string;
    readonly title?: string;
    readonly recoveryTarget?: number;
    readonly watchSeconds?: number;
    readonly target?: URL;
    readonly rps: number;
    readonly warmUpSeconds: number;
    readonly beforeSeconds: number;
    readonly steadySeconds: number;
    readonly timeout: number;
    readonly triggerAt?: number;
    readonly execute?: true;
    readonly set?: Readonly<Record<string, string>>;
    readonly outputs?: string;
    readonly environment?: string;
    readonly out?: string;
    readonly show?: true;
}

/** `under-failure`: exit code 0 says that the recovery target was kept, 1 that it was not or can't be judged, 2 that nothing was sent. */
export function addUnderFailure(program: Command): void {
    const positive = numberFrom(0, { above: true });
    const whole = numberFrom(1, { whole: true });
    const command = program
        .command("under-failure")
        .description("send steady load, have something fail in it, and judge the recovery")
        .addOption(
            new Option("--event <name>", "what fails")
                .choices([...EVENTS.map(({ name }) => name), "custom"])
                .makeOptionMandatory(),
        )
        .option("--title <text>", "of a custom event")
        .option("--recovery-target <seconds>", "instead of the vendor's; required for a custom event", positive)
        .option(
            "--watch-seconds <seconds>",
            "how late the event may begin to show; default: the event's, custom 60",
            whole,
        )
        .option("--target <url>", "the platform's address: https://decisions.example.com", address)
        .option("--rps <rate>", "steady load", positive, 100)
        .option("--warm-up-seconds <seconds>", "before everything", numberFrom(0), 30)
        .option("--before-seconds <seconds>", "of steady load before the event", whole, 60)
        .option("--steady-seconds <seconds>", "that steady state must last to be back", whole, 30)
        .option("--timeout <ms>", "from the intended start of a request", positive, 5000)
        .option("--trigger-at <second>", "of the load, for an event that something else triggers then", whole)
        .option("--execute", "run the event's command from here, once its name is typed")
        .option("--set <name=value...>", "a name in the command that is your account's", assignment)
        .option("--outputs <file>", "of `pulumi stack output --json`, which fills in what it can")
        .option("--environment <file>", "that check has written")
        .option("--out <file>", "where it is written (default: under-failure-<event>-<time>.json)")
        .option("--show", "print the command and what to expect; send nothing");
    addWorkloadOptions(command).action((options: UnderFailureOptions) => run(options, command));
}

async function run(options: UnderFailureOptions, command: Command): Promise<void> {
    const { writeOut, writeErr } = command.configureOutput();
    const event = eventOf(options);
    const filled = filledCommand(event, options.set ?? {}, outputsIn(options.outputs));
    const problems = problemsOf(options, event, filled);
    if (problems.length > 0) throw new PerfError(problems.map((text) => `under-failure: ${text}`).join("\n"));
    if (options.show) {
        writeOut?.(`${instructions(event, filled)}\n`);
        return;
    }
    const { target } = options;
    if (target === undefined) throw new PerfError("under-failure: --target is missing. Give the platform's address.");
    const workload = workloadOf(options);
    const environment = options.environment === undefined ? null : readEnvironmentFile(options.environment);
    const targetKind = await probe(target);
    writeErr?.(`${instructions(event, filled)}\n`);

    const stop = new AbortController();
    const interrupt = () => stop.abort();
    process.once("SIGINT", interrupt);
    const failure = await runFailure({
        event,
        command: shellCommand(filled.words),
        ...{ target, targetKind, environment, workload },
        mix: scenarioMix("recommend"),
        requestsPerSecond: options.rps,
        warmUpSeconds: options.warmUpSeconds,
        beforeSeconds: options.triggerAt ?? options.beforeSeconds,
        steadySeconds: options.steadySeconds,
        giveUpSeconds: Math.max(2 * event.recoveryTarget.seconds, event.watchSeconds) + options.steadySeconds,
        timeoutMs: options.timeout,
        trigger: triggerOf(options, event, filled, stop.signal),
        onSecond: (second) => writeErr?.(`${second.at}: ${secondText(second)}\n`),
        signal: stop.signal,
    }).finally(() => {
        process.off("SIGINT", interrupt);
        // Whoever is still asked need not answer any more.
        stop.abort();
    });
    const out = options.out ?? `under-failure-${event.name}-${failure.result.startedAt.replaceAll(":", "")}.json`;
    writeFailure(out, failure);
    writeOut?.(`${failureText(failure)}\n\nWritten: ${out}\n`);
    if (!isKept(failure)) throw new PerfError("under-failure: the recovery target was not kept.", 1);
}

function eventOf({
    event: name,
    title = "a custom event",
    recoveryTarget,
    watchSeconds,
}: UnderFailureOptions): FailureEvent {
    const known = EVENTS.find((event) => event.name === name) ?? customEvent(title, recoveryTarget ?? 0, 60);
    return {
        ...known,
        ...(recoveryTarget === undefined ? {} : { recoveryTarget: { component: "as given", seconds: recoveryTarget } }),
        ...(watchSeconds === undefined ? {} : { watchSeconds }),
    };
}

function problemsOf(options: UnderFailureOptions, event: FailureEvent, { missing }: FilledCommand): readonly string[] {
    const { recoveryTarget, execute, triggerAt, set = {} } = options;
    const isCustom = event.name === "custom";
    return [
        ...(isCustom && recoveryTarget === undefined
            ? ["a custom event has no recovery target. Give --recovery-target."]
            : []),
        ...(isCustom && execute ? ["a custom event has no command to execute. Leave --execute out."] : []),
        ...(execute && triggerAt !== undefined
            ? ["--execute and --trigger-at exclude each other. Leave one out."]
            : []),
        ...(execute
            ? missing.map(({ name, find }) => `<${name}> is open. Give --set ${name}=…, which \`${find}\` prints.`)
            : []),
        ...unknownPlaceholders(event, set).map(
            (name) => `the command of ${event.name} has no <${name}>. Leave --set ${name} out.`,
        ),
    ];
}

function triggerOf(
    { triggerAt, execute }: UnderFailureOptions,
    { name }: FailureEvent,
    { words }: FilledCommand,
    signal: AbortSignal,
): Trigger {
    const console = { input: process.stdin, output: process.stderr, signal };
    if (triggerAt !== undefined) return { by: "schedule", atSecond: triggerAt };
    if (execute) return { by: "executed", wait: () => executed(console, name, words) };
    return { by: "operator", wait: () => confirmed(console) };
}

function assignment(text: string, before: Readonly<Record<string, string>> = {}): Readonly<Record<string, string>> {
    const [, name = "", value = ""] = /^<?([a-z-]+)>?=(.+)$/.exec(text) ?? [];
    if (name === "") throw new InvalidArgumentError("Give <name>=<value>.");
    return { ...before, [name]: value };
}

function outputsIn(file: string | undefined): Readonly<Record<string, unknown>> {
    if (file === undefined) return {};
    try {
        const outputs: unknown = JSON.parse(readFileSync(file, "utf8"));
        return typeof outputs === "object" && outputs !== null ? { ...outputs } : {};
    } catch (problem) {
        throw new PerfError(`outputs: ${file} can't be read: ${problem instanceof Error ? problem.message : problem}`);
    }
}
