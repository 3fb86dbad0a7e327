import { parseFaults, withFaults } from "./faults";
import { serve } from "./protocol/server";
import type { StandIn } from "./protocol/stand-in";

/**
 * Serves a stand-in to the engine that started this process, with the faults of the environment. A stand-in that cannot start says why
 * and ends, and the engine prints that.
 */
export function start(make: () => StandIn): void {
    try {
        serve(withFaults(make(), parseFaults(process.env["OFFLINE_FAULTS"])));
    } catch (problem) {
        process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`);
        process.exitCode = 1;
    }
}
