import type { Histogram } from "hdr-histogram-js";
import { PerfError } from "../perf-error";
import { newHistogram, recordLatency } from "../results/histogram";
import { createServer } from "./server";
import { checkedSettings, DEFAULT_SETTINGS, type SimulatorSettings } from "./settings";
import { Timing } from "./timing";

export interface SimulatorOptions extends Partial<SimulatorSettings> {
    /** Default 127.0.0.1; loopback only. */
    readonly host?: string;
    /** Default 0: any free one. */
    readonly port?: number;
    /** Default 1: of latencies and errors. */
    readonly seed?: number;
}

export interface Simulator {
    readonly url: URL;
    /** Assign to its fields while it runs. */
    readonly settings: SimulatorSettings;
    /** The latencies that it meant its answers to have, in microseconds, since the start or the last `forget()`. */
    trueLatencies(): Histogram;
    forget(): void;
    /** Ends at once, whatever is in flight. */
    close(): Promise<void>;
}

const LOOPBACK = ["127.0.0.1", "::1", "localhost"];

/** An HTTP server with the platform's documented contract, for testing the tools; never for a figure of the product. */
export async function startSimulator(options: SimulatorOptions = {}): Promise<Simulator> {
    const { host = "127.0.0.1", port = 0, seed = 1, ...given } = options;
    if (!LOOPBACK.includes(host))
        throw new PerfError(
            `simulator: host is ${JSON.stringify(host)}; it takes any key, so it listens on loopback only. Give one of ${LOOPBACK.join(", ")}.`,
        );
    const timing = new Timing();
    const settings = liveSettings(timing, { ...DEFAULT_SETTINGS, ...checkedSettings(given) });
    let latencies = newHistogram();
    const state = {
        settings,
        timing,
        seed,
        latencies: () => latencies,
        forget: () => {
            latencies = newHistogram();
        },
        record: (milliseconds: number) => recordLatency(latencies, milliseconds),
    };
    const server = createServer(state);
    await server.listen({ host, port }).catch((problem: Error) => {
        throw new PerfError(`simulator: it cannot listen on ${host}:${port}: ${problem.message}.`);
    });
    const address = server.server.address();
    const open = typeof address === "object" && address !== null ? address.port : port;
    return {
        url: new URL(`http://${host.includes(":") ? `[${host}]` : host}:${open}`),
        settings,
        trueLatencies: () => latencies,
        forget: state.forget,
        close: () => server.close(),
    };
}

/** Pauses count from when they are set, so setting them is seen. */
function liveSettings(timing: Timing, initial: SimulatorSettings): SimulatorSettings {
    timing.pause(initial.pauses, performance.now());
    return {
        ...initial,
        get pauses() {
            return timing.pauses;
        },
        set pauses(pauses) {
            timing.pause(pauses, performance.now());
        },
    };
}
