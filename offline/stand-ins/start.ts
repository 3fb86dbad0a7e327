import { parseFaults, withFaults } from "./faults";
import { serve } from "./protocol/server";
import type { StandIn } from "./protocol/stand-in";

/** Serves a stand-in to the engine that started this process, with the faults of the environment. */
export function start(standIn: StandIn): void {
    serve(withFaultsOf(standIn, process.env["OFFLINE_FAULTS"]));
}

/** Faults that cannot be read are told when the engine configures the provider: it calls one that does not start a bug. */
function withFaultsOf(standIn: StandIn, faults: string | undefined): StandIn {
    try {
        return withFaults(standIn, parseFaults(faults));
    } catch (problem) {
        const reason = problem instanceof Error ? problem.message : String(problem);
        standIn.checkConfig = (inputs) => ({ inputs, failures: [{ property: "", reason }] });
        return standIn;
    }
}
