import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { execute } from "./execute";
import { Metrics } from "./metrics";
import { type ScriptOptions, scriptOptionsSchema } from "./script-options-schema";
import { Thresholds, type Verdict } from "./thresholds";
import type { VirtualUser } from "./virtual-user";
import { VirtualUsers } from "./virtual-users";

export interface ShimSettings {
    /** A script's bundle in CommonJS. */
    readonly code: string;
    readonly environment: Readonly<Record<string, string>>;
    /** The test's seconds in one of ours: its clock runs that much faster. */
    readonly speed: number;
    /** Requests in one of our seconds for one that the script asks for in one of its own, 0 to 1. */
    readonly rateFactor: number;
    /** At most this many virtual users for each scenario, whatever the script would allow; default no less than that. */
    readonly maxVUs?: number;
    /** A request is given up after this; default as the script says. */
    readonly timeoutMs?: number;
}

export interface ShimRun {
    readonly options: ScriptOptions;
    readonly stdout: string;
    readonly files: Readonly<Record<string, string>>;
    readonly verdicts: readonly Verdict[];
    /** A threshold has ended it. */
    readonly aborted: boolean;
    /** What `setup` threw: no request was sent then. */
    readonly setupError: string | null;
    /** By the k6 scenario. */
    readonly iterations: Readonly<Record<string, { readonly begun: number; readonly dropped: number }>>;
}

/** How often thresholds are looked at that may end the run; every two seconds in k6, whose clock is slower. */
const WATCH_MS = 20;

/** Runs a script as k6 would: for tests only, and only as far as the scripts of this folder go. Whatever it does not know it refuses. */
export async function runScript(settings: ShimSettings): Promise<ShimRun> {
    const { code, environment, speed, timeoutMs } = settings;
    const metrics = new Metrics();
    const ended = new AbortController();
    const users = new VirtualUsers({ code, environment, metrics, signal: ended.signal, timeoutMs });
    const begin = performance.now();
    const clock = () => ((performance.now() - begin) / 1000) * speed;
    try {
        const main = users.make(0);
        const options = scriptOptionsSchema.parse(plain(main.options));
        const thresholds = new Thresholds(options.thresholds, metrics);
        const { data, setupError } = setUp(main);
        const load = { ...settings, options, users, metrics, clock, data, ended, thresholds };
        const iterations = setupError === null ? await sendLoad(load) : {};
        const summary = main.summarize(summaryData(metrics, thresholds.verdicts(), clock()));
        const { stdout = "", ...files } = z.record(z.string(), z.string()).parse(summary);
        const { aborted } = ended.signal;
        return { options, stdout, files, verdicts: thresholds.verdicts(), aborted, setupError, iterations };
    } finally {
        ended.abort();
        await users.close();
    }
}

function setUp(main: VirtualUser): { readonly data?: unknown; readonly setupError: string | null } {
    try {
        return { data: main.setup(), setupError: null };
    } catch (problem) {
        return { setupError: String(problem) };
    }
}

interface Load extends ShimSettings {
    readonly options: ScriptOptions;
    readonly users: VirtualUsers;
    readonly metrics: Metrics;
    readonly clock: () => number;
    readonly data: unknown;
    readonly ended: AbortController;
    readonly thresholds: Thresholds;
}

async function sendLoad({ options, thresholds, ended, ...load }: Load): Promise<ShimRun["iterations"]> {
    const scale = load.rateFactor / load.speed;
    const maxVUs = load.maxVUs ?? Number.POSITIVE_INFINITY;
    const over = new AbortController();
    const executions = Object.entries(options.scenarios).map(async ([name, executor]) => {
        const counted = await execute({ ...load, name, executor, scale, maxVUs, signal: ended.signal });
        return [name, counted] as const;
    });
    const all = Promise.all(executions).finally(() => over.abort());
    const watched = watch(() => thresholds.abort(load.clock()), ended, over.signal);
    const counted = await all;
    await watched;
    return Object.fromEntries(counted);
}

async function watch(mustEnd: () => boolean, ended: AbortController, over: AbortSignal): Promise<void> {
    while (!over.aborted && !ended.signal.aborted) {
        if (mustEnd()) ended.abort();
        await sleep(WATCH_MS);
    }
}

/** As k6 gives it: metrics with samples, and those that a threshold is on. */
function summaryData(metrics: Metrics, verdicts: readonly Verdict[], seconds: number): object {
    const names = new Set([...metrics.observed(), ...verdicts.map(({ metric }) => metric)]);
    const entries = [...names].map((name) => {
        const judged = verdicts.filter(({ metric }) => metric === name);
        const thresholds = Object.fromEntries(judged.map(({ source, ok }) => [source, { ok }]));
        return [name, { values: metrics.values(name), ...(judged.length > 0 ? { thresholds } : {}) }];
    });
    return { state: { testRunDurationMs: seconds * 1000 }, metrics: Object.fromEntries(entries) };
}

/** Objects of another world have other prototypes than a check here expects. */
function plain(value: unknown): unknown {
    return JSON.parse(JSON.stringify(value));
}
