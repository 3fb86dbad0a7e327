import assert from "node:assert/strict";
import { PerfError } from "../perf-error";
import { resultSchema } from "../results/result";
import { scenarioNamed } from "../workload/scenarios";
import { collectRunners } from "./collect-runners";
import { ranBy, THREE } from "./ended-run.fixture";

const scenario = scenarioNamed("recommend-5krps");
const SETTINGS = { scenario, ceilingRequestsPerSecond: null };

describe("collecting a run in the cluster", () => {
    it("makes one complete result of the logs of all runners", async () => {
        const { kubectl, asked } = ranBy(THREE, 3);
        const result = await collectRunners(kubectl, SETTINGS);
        assert.doesNotThrow(() => resultSchema.parse(result));
        assert.equal(result.status, "complete", result.remarks.join("\n"));
        assert.deepEqual([result.totals.sent, result.driver.runners, result.driver.version], [1_500_000, 3, "1.4.2"]);
        assert.deepEqual(asked, [
            "get pods --namespace=kaireon-load --selector=app=k6,runner=true,k6_cr=recommend-5krps --output=json",
            "get testruns.k6.io recommend-5krps --namespace=kaireon-load --ignore-not-found --output=json",
            ...["r-1", "r-2", "r-3"].map((pod) => `logs ${pod} --namespace=kaireon-load --container=k6 --tail=-1`),
        ]);
    });

    it("keeps what there is as partial, and says which runners are missing and how they ended", async () => {
        const runners = {
            ...THREE,
            "r-2": { log: "", phase: "Failed", terminated: { reason: "OOMKilled", exitCode: 137 } },
            "r-3": { log: new PerfError("kubectl logs failed (1)"), phase: "Unknown" },
        };
        const result = await collectRunners(ranBy(runners, 3).kubectl, SETTINGS);
        assert.equal(result.status, "partial");
        assert.equal(result.totals.sent, 500_000);
        const remarks = result.remarks.join("\n");
        assert.match(remarks, /2 of 3 runners gave no summary/);
        assert.match(remarks, /Runner r-2 \(OOMKilled, exit code 137\): there is no summary/);
        assert.match(remarks, /Runner r-3 \(Unknown\): there is no summary/);
    });

    it("misses runners of which there is no pod, by what the run asked for", async () => {
        const result = await collectRunners(ranBy(THREE, 4).kubectl, SETTINGS);
        assert.equal(result.status, "partial");
        assert.match(result.remarks.join("\n"), /1 of 4 runners gave no summary/);
    });

    it("takes the pods for all where the run itself is gone", async () => {
        assert.equal((await collectRunners(ranBy(THREE, undefined).kubectl, SETTINGS)).status, "complete");
    });

    it("waits for nobody: a run that has not ended is refused", async () => {
        const runners = { ...THREE, "r-2": { log: "", phase: "Running" } };
        await assert.rejects(collectRunners(ranBy(runners, 3).kubectl, SETTINGS), {
            message: "collect: 1 of 3 runners of recommend-5krps have not ended yet (r-2). Collect when they have.",
            exitCode: 1,
        });
    });

    it("refuses where nothing ran or nothing was measured", async () => {
        await assert.rejects(
            collectRunners(ranBy({}, 3).kubectl, SETTINGS),
            /there is no pod of a runner of recommend-5krps in the namespace kaireon-load/,
        );
        await assert.rejects(
            collectRunners(ranBy({ "r-1": { log: "panic", phase: "Failed" } }, 1).kubectl, SETTINGS),
            /no runner of recommend-5krps gave a summary; nothing was measured\.\n {2}r-1 \(Failed\)/,
        );
    });
});
