import { createWorkload } from "../../workload/workload";
import { drive } from "../drive";
import type { Tool } from "./tool";

/** More than one thread sends. What is not sent in time is given up soon, or answers would be late and not fewer. */
const BEYOND = 40_000;
const BEYOND_TIMEOUT_MS = 500;
const TIMEOUT_MS = 10_000;

/** This project's driver, with the workload of a real run: each request is another one, and each answer is read. */
export const driverTool: Tool = {
    name: "driver",
    async run({ url, seconds, connections, rate: asked }) {
        const rate = asked ?? BEYOND;
        const mix = { recommend: 1 };
        const tenants = [{ id: "bench", apiKey: "krn_bench" }];
        const { rates, latencyMs } = await drive({
            scenario: {
                name: "bench",
                about: "One rate.",
                warmUpSeconds: 2,
                phases: [{ seconds, fromRate: rate, toRate: rate }],
                mix,
            },
            target: url,
            targetKind: "simulator",
            workload: createWorkload({ seed: 1, customers: 100_000, skew: 1, tenants, auth: "bearer", mix }),
            load: { seed: 1, customers: 100_000, skew: 1, tenants: 1 },
            timeoutMs: asked === null ? BEYOND_TIMEOUT_MS : TIMEOUT_MS,
            connections,
            environment: null,
        });
        return { rate: rates.answered, p50Ms: latencyMs.p50, p99Ms: latencyMs.p99 };
    },
};
