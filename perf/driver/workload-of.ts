import type { WorkloadSettings } from "../workload/workload";
import { tenantsOf } from "./tenants-of";

/** Who sends what: the same for every command that sends from here. */
export interface WorkloadOptions {
    readonly tenantsFile?: string;
    readonly customers: number;
    readonly skew: number;
    readonly auth: WorkloadSettings["auth"];
    readonly channel?: string;
    readonly placement?: string;
    readonly decisionFlowKey?: string;
    readonly seed: number;
}

/** @throws PerfError where the tenants are not given as they must be */
export function workloadOf(options: WorkloadOptions): Omit<WorkloadSettings, "mix" | "run"> {
    const { customers, skew, auth, seed, channel, placement, decisionFlowKey } = options;
    return {
        seed,
        customers,
        skew,
        auth,
        tenants: tenantsOf(process.env, options.tenantsFile),
        recommend: {
            ...(channel === undefined ? {} : { channel }),
            ...(placement === undefined ? {} : { placement }),
            ...(decisionFlowKey === undefined ? {} : { decisionFlowKey }),
        },
    };
}
