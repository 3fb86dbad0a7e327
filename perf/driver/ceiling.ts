import type { Result } from "../results/result";
import { spawnSimulator } from "../simulator/spawn-simulator";
import { createWorkload } from "../workload/workload";
import { drive } from "./drive";

/** More than one thread can send, anywhere. */
const BEYOND = 100_000;
const CONNECTIONS = 64;
const SECONDS = 2;
const TIMEOUT_MS = 5000;
/** Shares of what was sent without regard to when, from which the highest is taken that is sent in time. */
const SHARES = [0.9, 0.8, 0.7, 0.6, 0.5, 0.4];

export interface Ceiling {
    /** The highest rate that was sent in time, or 0 where none was. */
    readonly requestsPerSecond: number;
    /** What was sent when that was all that counted. */
    readonly saturated: number;
}

/**
 * The most that the driver can send from here, measured against a simulator that answers at once in another process on this machine. A
 * target elsewhere leaves more of the machine to the driver, so this is on the safe side.
 */
export async function measureCeiling(): Promise<Ceiling> {
    const simulator = await spawnSimulator([]);
    try {
        const { rates } = await driven(simulator.url, BEYOND, 1);
        for (const share of SHARES) {
            const rate = Math.floor((rates.sent * share) / 10) * 10;
            if (rate > 0 && (await driven(simulator.url, rate, 0.5)).status === "complete")
                return { requestsPerSecond: rate, saturated: rates.sent };
        }
        return { requestsPerSecond: 0, saturated: rates.sent };
    } finally {
        await simulator.stop();
    }
}

function driven(target: URL, rate: number, warmUpSeconds: number): Promise<Result> {
    const mix = { recommend: 1 };
    const tenants = [{ id: "ceiling", apiKey: "krn_ceiling" }];
    return drive({
        scenario: {
            name: "ceiling",
            about: "What the driver can send.",
            warmUpSeconds,
            phases: [{ seconds: SECONDS, fromRate: rate, toRate: rate }],
            mix,
        },
        target,
        targetKind: "simulator",
        workload: createWorkload({ seed: 1, customers: 100_000, skew: 1, tenants, auth: "bearer", mix }),
        load: { seed: 1, customers: 100_000, tenants: 1 },
        timeoutMs: TIMEOUT_MS,
        connections: CONNECTIONS,
        environment: null,
    });
}
