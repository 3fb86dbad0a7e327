import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readSearch, SEARCH_FORMAT, type SearchFile, writeSearch } from "../saturate/search-file";
import { SEARCH_DEFAULTS } from "../saturate/search-settings";
import { searchTime as at, searchStep } from "../saturate/step.fixture";
import { runCommand } from "./run-command.fixture";
import { addSaturate } from "./saturate";

const step = (rate: number, isHeld: boolean, begins: number) => searchStep(rate, isHeld, begins, 60);
/** At its end: 700/s held, 720/s broke twice. */
const search: SearchFile = {
    format: SEARCH_FORMAT,
    startedAt: at(0).toISOString(),
    target: { kind: "platform", url: "https://decisions.example.com/" },
    settings: { ...SEARCH_DEFAULTS, from: 700, seed: 1, customers: 100_000, tenants: 1 },
    pods: null,
    environment: null,
    steps: [step(700, true, 0), step(720, false, 60), step(720, false, 120)],
    finding: null,
    metrics: null,
};

describe("npm run perf -- saturate", () => {
    const folder = mkdtempSync(join(tmpdir(), "kaireon-saturate-"));
    const file = join(folder, "search.json");
    beforeEach(() => writeSearch(file, search));
    after(() => rmSync(folder, { recursive: true }));

    const run = (...args: readonly string[]) => runCommand(addSaturate, ["saturate", ...args]);

    it("looks at the end of a search again, with pods and metrics that came later, and sends nothing", async () => {
        const metrics = join(folder, "cloudwatch.json");
        const series = { Id: "databaseCpu", StatusCode: "Complete", Timestamps: [at(120).toISOString()], Values: [97] };
        writeFileSync(metrics, JSON.stringify({ MetricDataResults: [series] }));
        const { printed, problem } = await run("--resume", file, "--pods", "8", "--metrics", metrics);
        assert.equal(problem, undefined);
        assert.match(printed, /^700\/s is sustained; at 720\/s p95 .*\n\nBroke first: Aurora\.\n/);
        assert.match(printed, /\n {4}kaireon:sizing:\n {8}requestsPerPod: 87\n/);
        const kept = readSearch(file);
        assert.deepEqual([kept.pods, kept.finding?.requestsPerPod, kept.metrics?.crossed[0]?.tier], [8, 87, "Aurora"]);
    });

    it("ends with 1 where the rate is not the target's", async () => {
        writeSearch(file, { ...search, steps: [step(700, false, 0), step(700, false, 60)] });
        const { printed, problem } = await run("--resume", file);
        assert.match(printed, /700\/s is not sustained, the lowest rate that was tried/);
        assert.equal(problem instanceof Error && "exitCode" in problem && problem.exitCode, 1);
    });

    it("prints how metrics are exported for the time of a search", async () => {
        const { printed, problem } = await run("--show-queries", "--resume", file);
        assert.equal(problem, undefined);
        assert.match(printed, /start=2026-11-24T12:59:00\.000Z --data-urlencode end=2026-11-24T13:04:00\.000Z/);
    });

    it("asks another search of the file than was begun of nobody", async () => {
        const { problem } = await run("--resume", file, "--from", "100", "--target", "https://other.example.com");
        assert.match(String(problem), /from is 100, and the search has 700\..*\nresume: the target is https:\/\/other/);
    });

    it("refuses options that are none", async () => {
        for (const args of [
            ["--from", "0"],
            ["--precision", "-1"],
            ["--scenario-mix", "all"],
            ["--target", "x"],
        ]) {
            const { problem } = await run(...args);
            assert.match(String(problem), /argument '.+' is invalid/, args.join(" "));
        }
        assert.match(String((await run("--threshold", "load=1")).problem), /threshold: load=1 is none/);
    });
});
