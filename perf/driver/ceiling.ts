import { spawnSimulator } from "../simulator/spawn-simulator";
import { createWorkload } from "../workload/workload";
import { drive } from "./drive";
import { highestRate } from "./highest-rate";

const CONNECTIONS = 64;
const WARM_UP_SECONDS = 0.4;
const SECONDS = 1.2;
const TIMEOUT_MS = 5000;

/**
 * The most that the driver can send from here in time, in requests a second, measured against a simulator that answers at once in another
 * process on this machine; 0 where it can't send anything in time. A target elsewhere leaves more of the machine to the driver, so this is
 * on the safe side.
 */
export async function measureCeiling(): Promise<number> {
    const simulator = await spawnSimulator([]);
    try {
        return await highestRate((rate) => isSent(simulator.url, rate));
    } finally {
        await simulator.stop();
    }
}

async function isSent(target: URL, rate: number): Promise<boolean> {
    const mix = { recommend: 1 };
    const tenants = [{ id: "ceiling", apiKey: "krn_ceiling" }];
    const { status } = await drive({
        scenario: {
            name: "ceiling",
            about: "What the driver can send.",
            warmUpSeconds: WARM_UP_SECONDS,
            phases: [{ seconds: SECONDS, fromRate: rate, toRate: rate }],
            mix,
        },
        target,
        targetKind: "simulator",
        workload: createWorkload({ seed: 1, customers: 100_000, skew: 1, tenants, auth: "bearer", mix }),
        load: { seed: 1, customers: 100_000, skew: 1, tenants: 1 },
        timeoutMs: TIMEOUT_MS,
        connections: CONNECTIONS,
        environment: null,
    });
    return status === "complete";
}
