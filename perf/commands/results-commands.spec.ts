import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Result } from "../results/result";
import { resultOf } from "../results/result.fixture";
import { writeResult } from "../results/store";

const main = join(__dirname, "..", "main.js");
const load = { ...resultOf().load, requestsPerSecond: 100, seconds: 300, warmUpSeconds: 60 };
const simulator = { kind: "simulator", url: "http://127.0.0.1:1/" } as const;

/** As recommend-100rps is defined, each answer as quick. */
function measured(milliseconds: number, hour: number, changed: Partial<Result> = {}): Result {
    const latencies = Array.from({ length: 400 }, () => milliseconds);
    const startedAt = `2026-11-24T${hour}:00:00.000Z`;
    return { ...resultOf({ latencies, startedAt }), load, ...changed };
}

describe("npm run perf -- compare, baseline and report", function () {
    this.timeout(60_000);
    let folder = "";
    beforeEach(() => {
        folder = mkdtempSync(join(tmpdir(), "kaireon-perf-"));
    });
    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    const write = (result: Result, name = "runs") => writeResult(join(folder, name), result);
    const perf = (...args: readonly string[]) => {
        const { status, stdout, stderr } = spawnSync(process.execPath, [main, ...args], {
            encoding: "utf8",
            timeout: 30_000,
        });
        return { status, stdout, stderr };
    };

    it("exit with 0 where the newest baselines are kept up with, and with 1 where they are not", () => {
        const baselines = join(folder, "baselines");
        assert.equal(perf("baseline", write(measured(1, 10)), "--folder", baselines).status, 0);
        const slower = write(measured(1.2, 11));
        const compared = perf("compare", "--folder", baselines, "--candidate", slower);
        assert.equal(compared.status, 1, compared.stderr);
        assert.match(compared.stdout, /Verdict: fail\n$/);
        assert.equal(perf("compare", "--folder", baselines, "--candidate", write(measured(1.05, 12))).status, 0);
        const refused = perf("baseline", slower, "--folder", baselines);
        assert.deepEqual([refused.status, refused.stdout], [1, ""]);
        assert.match(refused.stderr, /nothing was recorded, since the gate against the present baseline does not pass/);
    });

    it("take the two newest of a folder as the vendor's gate does, and say what was passed over", () => {
        write(measured(1, 10));
        write(measured(1, 11, { status: "partial", remarks: ["Stopped."] }));
        write(measured(1.05, 12));
        const { status, stdout, stderr } = perf("compare", "--folder", join(folder, "runs"));
        assert.equal(status, 0, stderr);
        assert.match(stderr, /^compare: passed over: .+ is partial \(Stopped\.\); run it again\.\n$/);
        assert.match(stdout, /baseline {2}.+T100000\.000Z-recommend-100rps\.json\n {2}candidate .+T120000/);
    });

    it("exit with 2, without a stack trace, where what is given cannot be judged", () => {
        const unlike = perf(
            "compare",
            "--baseline",
            write(measured(1, 10)),
            "--candidate",
            write(measured(1, 11, { target: simulator })),
        );
        assert.equal(unlike.status, 2);
        assert.match(unlike.stderr, /^compare: only like is compared with like:\n {2}target: /);
        assert.doesNotMatch(unlike.stderr, /\n\s+at /);
        assert.equal(
            perf("compare", "--baseline", "x.json").stderr,
            "compare: --baseline is given without --candidate. Name the results to judge, too.\n",
        );
        assert.equal(perf("report", join(folder, "none.json")).status, 2);
    });

    it("never put the simulator's runs among the product's baselines", () => {
        const { status, stderr } = perf("baseline", write(measured(1, 10, { target: simulator })));
        assert.equal(status, 2);
        assert.match(stderr, /was measured against the simulator; baselines are of the product/);
    });

    it("write the page beside what the terminal shows, into a folder that is made", () => {
        const page = join(folder, "new", "report.html");
        const { status, stdout, stderr } = perf(
            "report",
            write(measured(1, 10, { target: simulator })),
            "--html",
            page,
        );
        assert.equal(status, 0, stderr);
        assert.match(stdout, /TARGET: SIMULATOR/);
        assert.ok(existsSync(page));
        assert.match(readFileSync(page, "utf8"), /TARGET: SIMULATOR/);
    });
});
