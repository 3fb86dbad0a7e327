import assert from "node:assert/strict";
import { request } from "undici";
import { spawnSimulator } from "./spawn-simulator";

describe("the simulator as a process", () => {
    it("serves with the settings of its command line until it is ended", async () => {
        const simulator = await spawnSimulator(["--latency", "uniform:1:2", "--capacity", "50", "--pauses", "9000:5"]);
        const settings = new URL("/simulator/settings", simulator.url);
        try {
            const { latency, capacity, pauses }: Record<string, unknown> = Object(
                await (await request(settings)).body.json(),
            );
            assert.deepEqual(latency, { kind: "uniform", fromMs: 1, toMs: 2 });
            assert.deepEqual(capacity, { requestsPerSecond: 50, queueMs: 1000 });
            assert.deepEqual(pauses, { afterMs: 9000, everyMs: 9000, forMs: 5 });
        } finally {
            await simulator.stop();
        }
        await assert.rejects(request(settings), { code: "ECONNREFUSED" });
    });

    it("is an error where it could not start", async () => {
        await assert.rejects(spawnSimulator(["--error-rate", "2"]), {
            message: "simulator: its process ended with 2 before it listened.",
        });
    });
});
