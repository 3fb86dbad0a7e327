import type { Histogram } from "hdr-histogram-js";
import type { SimulatorSettings } from "./settings";

/** Every answer carries it with the value `1`: what is measured against the simulator is marked by it. */
export const SIMULATOR_HEADER = "x-kaireon-simulator";

export interface SimulatorOptions extends Partial<SimulatorSettings> {
    /** Default 0: any free one. It listens on 127.0.0.1 only. */
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

/** An HTTP server with the platform's documented contract, for testing the tools; never for a figure of the product. */
export async function startSimulator(_options: SimulatorOptions = {}): Promise<Simulator> {
    throw new Error("simulator: not yet.");
}
