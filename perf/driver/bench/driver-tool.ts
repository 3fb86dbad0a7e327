import { createWorkload } from "../../workload/workload";
import { drive } from "../drive";
import type { Tool } from "./tool";

/** This project's driver, with the workload of a real run: each request is another one, and each answer is read. */
export const driverTool: Tool = {
    name: "driver",
    async run({ url, seconds, connections, rate }) {
        const mix = { recommend: 1 };
        const tenants = [{ id: "bench", apiKey: "krn_bench" }];
        const { rates, latencyMs } = await drive({
            scenario: {
                name: "bench",
                about: "One rate.",
                warmUpSeconds: 0,
                phases: [{ seconds, fromRate: rate, toRate: rate }],
                mix,
            },
            target: url,
            targetKind: "simulator",
            workload: createWorkload({ seed: 1, customers: 100_000, skew: 1, tenants, auth: "bearer", mix }),
            load: { seed: 1, customers: 100_000, tenants: 1 },
            timeoutMs: 10_000,
            connections,
            environment: null,
        });
        return { rate: rates.answered, p50Ms: latencyMs.p50, p99Ms: latencyMs.p99 };
    },
};
