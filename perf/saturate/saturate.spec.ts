import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Simulator, startSimulator } from "../simulator/start-simulator";
import { driveStep } from "./drive-step";
import { saturate } from "./saturate";
import { readSearch, type StoredSettings } from "./search-file";

const CAPACITY = 300;

/** Steps of a second: the queue of the simulator is short, so that eight per cent too much show within them. */
const settings: StoredSettings = {
    from: 200,
    to: 500,
    precision: 0.05,
    stepSeconds: 1,
    warmUpSeconds: 0.5,
    coolDownSeconds: 0.15,
    maxLagMs: 1000,
    scenarioMix: "recommend",
    seed: 1,
    customers: 1000,
    tenants: 1,
};

const mix = { recommend: 1 };
const workload = {
    seed: 1,
    customers: 1000,
    skew: 1,
    tenants: [{ id: "t", apiKey: "krn_test" }],
    auth: "bearer",
} as const;

describe("the search against a server with a stated capacity", function () {
    this.timeout(60_000);
    // It measures: a machine that stands still twice at the same rate makes the knee seem lower.
    this.retries(1);
    const folder = mkdtempSync(join(tmpdir(), "kaireon-saturate-"));
    let simulator: Simulator;
    before(async () => {
        simulator = await startSimulator({
            latency: { kind: "constant", ms: 2 },
            capacity: { requestsPerSecond: CAPACITY, queueMs: 80 },
        });
        // Code that runs for the first time is slow, and would be taken for the target.
        const { signal } = new AbortController();
        await driveStep(150, { ...settings, target: simulator.url, targetKind: "simulator", mix, workload, signal });
    });
    after(async () => {
        await simulator.close();
        rmSync(folder, { recursive: true });
    });

    it("finds the knee within 5 %, keeps every step, and marks it as the simulator's", async () => {
        const out = join(folder, "found.json");
        const said: string[] = [];
        const search = await saturate({
            target: simulator.url,
            targetKind: "platform",
            workload,
            settings,
            pods: 4,
            environment: null,
            out,
            progress: (line) => said.push(line),
            signal: new AbortController().signal,
        });
        const { finding, target, steps } = search;
        const shown = steps
            .map(({ rate, verdict, broken }) => `${rate} ${verdict} ${JSON.stringify(broken)}`)
            .join("\n");
        assert.ok(finding?.sustained, shown);
        assert.ok(Math.abs(finding.sustained - CAPACITY) <= 0.05 * CAPACITY, `${finding.sustained}\n${shown}`);
        assert.equal(finding.requestsPerPod, Math.floor(finding.sustained / 4));
        assert.deepEqual([target.kind, finding.counts], ["simulator", false]);
        assert.equal(said.length, 2 * steps.length);
        assert.deepEqual(readSearch(out), search);
    });
});
