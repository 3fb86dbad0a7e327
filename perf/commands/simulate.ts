import { once } from "node:events";
import { type Command, InvalidArgumentError } from "commander";
import { PerfError } from "../perf-error";
import { type LatencyDistribution, parseLatency } from "../simulator/latency";
import type { SimulatorSettings } from "../simulator/settings";
import { startSimulator } from "../simulator/start-simulator";
import { numberFrom } from "./option-numbers";

interface SimulateOptions extends Partial<Omit<SimulatorSettings, "capacity" | "pauses" | "away">> {
    readonly host: string;
    readonly port: number;
    readonly seed: number;
    readonly capacity?: number;
    readonly queue: number;
    readonly pauses?: NonNullable<SimulatorSettings["pauses"]>;
}

/** `simulate`: the simulator as a process; prints its URL and runs until it is ended. */
export function addSimulate(program: Command): void {
    const share = numberFrom(0);
    const count = numberFrom(0, { whole: true });
    program
        .command("simulate")
        .description(
            "serve the platform's contract on loopback, for trying the tools; no figure of it is the product's",
        )
        .option("--host <address>", "of loopback", "127.0.0.1")
        .option("--port <port>", "0: any free one", count, 0)
        .option("--latency <distribution>", "constant:MS, uniform:FROM:TO or lognormal:MEDIAN:P99", latency)
        .option("--capacity <rate>", "requests a second beyond which they queue", numberFrom(0, { above: true }))
        .option("--queue <ms>", "the longest wait with --capacity; then 503", numberFrom(0), 1000)
        .option("--error-rate <share>", "answered with 500, 0 to 1", share)
        .option("--degraded-rate <share>", "decided by the fallback score, 0 to 1", share)
        .option("--pauses <every:for>", "milliseconds: answers nothing for so long, so often", pauses)
        .option("--rate-limit-per-minute <count>", "of each key; then 429", numberFrom(1, { whole: true }))
        .option("--quota <count>", "decisions that the licence allows; then 429", count)
        .option("--seed <number>", "of latencies and errors", count, 1)
        .addHelpText(
            "after",
            `
While it runs, everything can be changed by PATCH /simulator/settings with JSON, as GET /simulator/settings shows it:
{"away": "reset"} breaks every connection, {"latency": {"kind": "empirical", "samplesMs": [1, 2, 50]}} draws from values.
GET /simulator/latencies gives the latencies that it meant its answers to have; DELETE forgets them.`,
        )
        .action(simulate);
}

async function simulate({ capacity, queue, ...options }: SimulateOptions): Promise<void> {
    const limited = capacity === undefined ? {} : { capacity: { requestsPerSecond: capacity, queueMs: queue } };
    const simulator = await startSimulator({ ...options, ...limited });
    process.stdout.write(`${simulator.url.href}\n`);
    // Disconnected: by the end of the process that started it, where one did.
    await Promise.race(["SIGINT", "SIGTERM", "disconnect"].map((event) => once(process, event)));
    await simulator.close();
    // A channel that is listened to keeps the process.
    if (process.connected) process.disconnect();
}

function latency(text: string): LatencyDistribution {
    return withMessage(() => parseLatency(text));
}

function pauses(text: string): NonNullable<SimulatorSettings["pauses"]> {
    const [everyMs = Number.NaN, forMs = Number.NaN, ...others] = text.split(":").map(Number);
    if (others.length === 0 && forMs > 0 && forMs < everyMs) return { afterMs: everyMs, everyMs, forMs };
    throw new InvalidArgumentError(
        "Give two numbers of milliseconds, such as 10000:500; the second one is the smaller.",
    );
}

/** Commander says which option it was. */
function withMessage<T>(read: () => T): T {
    try {
        return read();
    } catch (problem) {
        if (problem instanceof PerfError) throw new InvalidArgumentError(problem.message);
        throw problem;
    }
}
