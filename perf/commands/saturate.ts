import { type Command, Option } from "commander";
import { probe } from "../driver/probe";
import { type WorkloadOptions, workloadOf } from "../driver/workload-of";
import { PerfError } from "../perf-error";
import { concluded, searchRange } from "../saturate/conclude";
import { merged, readExports } from "../saturate/metrics-export";
import { queryPrometheus } from "../saturate/prometheus-range";
import { saturate } from "../saturate/saturate";
import { SCENARIO_MIXES, scenarioMix } from "../saturate/scenario-mix";
import { nextStep } from "../saturate/search";
import { readSearch, type SearchFile, type StoredSettings, writeSearch } from "../saturate/search-file";
import { podsOf, SEARCH_DEFAULTS, searchSettings } from "../saturate/search-settings";
import { searchText } from "../saturate/search-text";
import { queryCommands } from "../saturate/signal-queries";
import { thresholdsOf } from "../saturate/thresholds";
import { address } from "./option-address";
import { numberFrom } from "./option-numbers";
import { addWorkloadOptions } from "./workload-options";

interface SaturateOptions extends WorkloadOptions, Partial<Omit<StoredSettings, "seed" | "customers" | "tenants">> {
    readonly target?: URL;
    readonly pods?: number;
    readonly environment?: string;
    readonly metrics?: readonly string[];
    readonly prometheus?: URL;
    readonly threshold?: readonly string[];
    readonly decisionsPerSecond?: number;
    readonly out?: string;
    readonly resume?: string;
    readonly showQueries?: true;
}

/** `saturate`: exit code 0 says that the highest sustained rate is known, 1 that it is not, 2 that nothing was tried. */
export function addSaturate(program: Command): void {
    const positive = numberFrom(0, { above: true });
    const rate = numberFrom(1, { whole: true });
    const or = (name: keyof typeof SEARCH_DEFAULTS) => `(default: ${SEARCH_DEFAULTS[name]})`;
    const command = program
        .command("saturate")
        .description("find the highest rate that the target sustains within the SLO, and what a pod has of it")
        .option("--target <url>", "the platform's address: https://decisions.example.com", address)
        .option("--from <rate>", `lowest rate that is tried ${or("from")}`, rate)
        .option("--to <rate>", `highest rate that is tried ${or("to")}`, rate)
        .option("--precision <share>", `how near the knee has to be known ${or("precision")}`, positive)
        .option("--step-seconds <seconds>", `that a rate is measured ${or("stepSeconds")}`, positive)
        .option("--warm-up-seconds <seconds>", `of each step, not measured ${or("warmUpSeconds")}`, numberFrom(0))
        .option("--cool-down-seconds <seconds>", `between steps ${or("coolDownSeconds")}`, numberFrom(0))
        .option("--max-lag-ms <ms>", `of the driver; beyond it a step is the driver's ${or("maxLagMs")}`, positive)
        .addOption(
            new Option("--scenario-mix <name>", `whose mix of requests is sent ${or("scenarioMix")}`).choices(
                SCENARIO_MIXES,
            ),
        )
        .option(
            "--pods <count>",
            "ready pods of the api, which must stay as many: set the HPA's minimum to its maximum",
            rate,
        )
        .option("--environment <file>", "that check has written: it knows the pods")
        .option("--metrics <file...>", "exports of metrics, as --show-queries prints how to make them")
        .option("--prometheus <url>", "is asked for the metrics at the end", address)
        .option("--threshold <signal=value...>", "instead of the table's: see --show-queries")
        .option("--decisions-per-second <rate>", "the stack's target, for the policy's settings", rate)
        .option("--out <file>", "where every step is kept (default: saturate-<time>.json)")
        .option("--resume <file>", "go on with a search, or look at its end again with other --metrics or --pods")
        .option("--show-queries", "print how the metrics are exported, and their thresholds; send nothing");
    addWorkloadOptions(command).action((options: SaturateOptions) => run(options, command));
}

async function run(options: SaturateOptions, command: Command): Promise<void> {
    const stored = options.resume === undefined ? undefined : readSearch(options.resume);
    const { writeOut } = command.configureOutput();
    if (options.showQueries) {
        writeOut?.(queryCommands(stored === undefined ? undefined : searchRange(stored)));
        return;
    }
    const thresholds = thresholdsOf(options.threshold ?? []);
    const given = options.metrics === undefined ? undefined : readExports(options.metrics);
    const out = options.out ?? options.resume ?? `saturate-${new Date().toISOString().replaceAll(":", "")}.json`;
    const searched = await searchedBy(options, command, stored, out);
    const asked = await askedPrometheus(options, searched);
    const samples = asked === undefined ? given : merged(...(given === undefined ? [] : [given]), asked);
    const search = concluded(searched, samples, thresholds);
    writeSearch(out, search);
    const mix = scenarioMix(search.settings.scenarioMix);
    writeOut?.(`${searchText(search, mix, options.decisionsPerSecond)}\n\nWritten: ${out}\n`);
    if (search.finding?.isTargets !== true)
        throw new PerfError("saturate: the highest sustained rate is not known.", 1);
}

async function searchedBy(
    options: SaturateOptions,
    command: Command,
    stored: SearchFile | undefined,
    out: string,
): Promise<SearchFile> {
    const { pods, environment } = podsOf(options.pods, options.environment);
    const begun =
        stored === undefined
            ? undefined
            : { ...stored, pods: pods ?? stored.pods, environment: environment ?? stored.environment };
    const search = explicit(options, command);
    // A search at its end sends nothing: it needs neither target nor tenants.
    const load = begun?.settings ?? { seed: options.seed, customers: options.customers, tenants: 1 };
    const known = searchSettings({ search, load, target: options.target }, begun);
    if (begun !== undefined && nextStep(begun.steps, known).kind === "end") return { ...begun, settings: known };

    const workload = workloadOf({ ...options, seed: known.seed, customers: known.customers });
    const tenants = workload.tenants.length;
    const settings = searchSettings({ search: { ...search, tenants }, load: known, target: options.target }, begun);
    const target = options.target ?? (begun === undefined ? undefined : new URL(begun.target.url));
    if (target === undefined) throw new PerfError("saturate: --target is missing. Give the platform's address.");
    const targetKind = await probe(target);
    const stop = new AbortController();
    const interrupt = () => stop.abort();
    process.once("SIGINT", interrupt);
    const progress = (line: string) => command.configureOutput().writeErr?.(`${line}\n`);
    const rest = { pods, environment, out, progress, signal: stop.signal, ...(begun === undefined ? {} : { begun }) };
    const ended = await saturate({ target, targetKind, workload, settings, ...rest });
    process.off("SIGINT", interrupt);
    return ended;
}

/** What was said of the search on the command line. */
function explicit(options: SaturateOptions, command: Command): Partial<StoredSettings> {
    const names = [...Object.keys(SEARCH_DEFAULTS), "seed", "customers"];
    return Object.fromEntries(
        names
            .filter((name) => command.getOptionValueSource(name) === "cli")
            .map((name) => [name, Reflect.get(options, name)]),
    );
}

async function askedPrometheus({ prometheus }: SaturateOptions, search: SearchFile) {
    if (prometheus === undefined || search.finding === null) return undefined;
    const { from, to } = searchRange(search);
    return queryPrometheus(prometheus, from, to);
}
