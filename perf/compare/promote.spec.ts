import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PerfError } from "../perf-error";
import type { Result } from "../results/result";
import { environment, resultOf } from "../results/result.fixture";
import { listResults, readResult } from "../results/store";
import type { MeasuredRun } from "./measured-run";
import { isWithin, promote } from "./promote";

/** As recommend-100rps is defined; the counts are of a shorter run, which nothing here looks at. */
function measured(milliseconds: number, hour = 10, changed: Partial<Result> = {}): MeasuredRun {
    const result = resultOf({
        latencies: Array.from({ length: 400 }, () => milliseconds),
        startedAt: `2026-11-24T${hour}:00:00.000Z`,
    });
    const load = { ...result.load, requestsPerSecond: 100, seconds: 300, warmUpSeconds: 60 };
    return { path: `run${hour}.json`, result: { ...result, load, ...changed } };
}

describe("recording a baseline", () => {
    let root = "";
    let baselinesFolder = "";
    beforeEach(() => {
        root = mkdtempSync(join(tmpdir(), "kaireon-baselines-"));
        baselinesFolder = join(root, "baselines");
    });
    afterEach(() => rmSync(root, { recursive: true, force: true }));

    const record = (runs: readonly MeasuredRun[], folder = baselinesFolder, accept?: string) =>
        promote(runs, { baselinesFolder, folder, ...(accept === undefined ? {} : { accept }) });
    const refused = (runs: readonly MeasuredRun[], folder = baselinesFolder) => {
        try {
            record(runs, folder);
        } catch (problem) {
            assert.ok(problem instanceof PerfError);
            assert.deepEqual(listResults(folder).length, 0);
            return problem.message.split("\n  ").slice(1);
        }
        return assert.fail("it was recorded");
    };
    const simulator = { kind: "simulator", url: "http://127.0.0.1:1/" } as const;

    it("begins a series, and holds the next against it", () => {
        const first = record([measured(1)]);
        assert.deepEqual(first.comparisons, [{ scenario: "recommend-100rps", comparison: null }]);
        const second = record([measured(1.05, 11)]);
        assert.equal(second.comparisons[0]?.comparison?.verdict, "pass");
        assert.deepEqual(listResults(baselinesFolder), [...first.paths, ...second.paths]);
        assert.deepEqual(readResult(first.paths[0] ?? "").remarks, []);
    });

    it("records a run that breaks the SLO, since a baseline says what is", () => {
        assert.equal(record([measured(900)]).paths.length, 1);
    });

    it("refuses what is no baseline, all reasons at once, and records none of the others", () => {
        const { load } = measured(1).result;
        assert.deepEqual(
            refused([
                measured(1, 10, { status: "partial", remarks: ["Stopped."] }),
                measured(1, 11, { status: "unsustained" }),
                measured(1, 12, { environment: null }),
                measured(1, 13, { scenario: "stress" }),
                measured(1, 14, { scenario: "mine" }),
                measured(1, 15, { scenario: "recommend-1krps", load: { ...load, seconds: 10 } }),
                measured(1, 16, { scenario: "respond", target: simulator }),
                measured(1, 17),
            ]),
            [
                "run10.json is partial (Stopped.); run it again.",
                "run11.json is unsustained; run it again.",
                "run12.json has no fingerprint of its environment, so that nothing says what it is like. Measure with an environment that `npm run perf -- check` has passed.",
                "run13.json: stress goes on until something breaks; it finds a limit, and is no baseline.",
                "run14.json: mine is none of the scenarios recommend-100rps, recommend-1krps, recommend-5krps, recommend-10krps, respond, respond-bulk, day, soak, spike, stress.",
                "run15.json: load.requestsPerSecond is 100, and recommend-1krps is defined with 1000. Run the scenario as it is.",
                "run15.json: load.seconds is 10, and recommend-1krps is defined with 300. Run the scenario as it is.",
                "run16.json was measured against the simulator; baselines are of the product. To try the tools, give another folder with --folder.",
                "run16.json: load.requestsPerSecond is 100, and respond is defined with 500. Run the scenario as it is.",
                "environment: read in run10.json, run11.json, run17.json; none in run12.json.",
            ],
        );
    });

    it("keeps the simulator out, by whatever way, and lets it into a folder elsewhere, at any load", () => {
        const run = measured(1, 10, {
            target: simulator,
            environment: null,
            load: { ...measured(1).result.load, seconds: 5 },
        });
        mkdirSync(baselinesFolder);
        symlinkSync(baselinesFolder, join(root, "link"));
        for (const folder of [baselinesFolder, join(baselinesFolder, "deeper"), join(root, "link", "new")])
            assert.match(refused([run], folder)[0] ?? "", /^run10\.json was measured against the simulator;/);
        assert.equal(record([run], join(root, "elsewhere")).paths.length, 1);
        assert.match(
            refused([measured(1, 11, { load: run.result.load })], join(root, "other"))[0] ?? "",
            /load\.seconds is 5/,
        );
    });

    it("refuses a regression as the next baseline, unless a reason is given, which it keeps", () => {
        record([measured(1)]);
        assert.throws(
            () => record([measured(1.2, 11)]),
            (problem: unknown) => {
                assert.ok(problem instanceof PerfError);
                assert.equal(problem.exitCode, 1);
                assert.match(
                    problem.message,
                    /does not pass \(recommend-100rps: fail\)\. .+ give the reason with --accept\.$/,
                );
                return true;
            },
        );
        assert.equal(listResults(baselinesFolder).length, 1);
        const { paths } = record([measured(1.2, 11)], baselinesFolder, "traces of every decision are wanted.");
        assert.deepEqual(readResult(paths[0] ?? "").remarks, [
            "Recorded although the gate against the baseline before did not pass: traces of every decision are wanted.",
        ]);
        assert.equal(record([measured(1.25, 12)]).comparisons[0]?.comparison?.verdict, "pass");
    });

    it("begins a new series in another environment, and goes on with the old one beside it", () => {
        record([measured(1)]);
        const larger = { ...environment, replicas: { api: 12 } };
        assert.equal(record([measured(2, 11, { environment: larger })]).comparisons[0]?.comparison, null);
        const back = record([measured(1.05, 12)]).comparisons[0]?.comparison;
        assert.deepEqual(
            back?.baseline.map(({ result }) => result.startedAt),
            ["2026-11-24T10:00:00.000Z"],
        );
    });

    it("holds as many runs as are given against runs of the newest version alone", () => {
        record([measured(1, 10), measured(1, 11)]);
        const next = { ...environment, imageTag: "2.4.0" };
        record([measured(1, 12, { environment: next })]);
        const { comparison } = record([measured(1, 13, { environment: next }), measured(1, 14, { environment: next })])
            .comparisons[0] ?? { comparison: null };
        assert.deepEqual(
            comparison?.baseline.map(({ result }) => result.startedAt.slice(11, 13)),
            ["12"],
        );
        assert.match(
            (() => {
                try {
                    record([measured(1, 15), measured(1, 16, { environment: next })]);
                    return "";
                } catch (problem) {
                    return problem instanceof Error ? problem.message : "";
                }
            })(),
            /the baseline's runs are of several versions: environment\.imageTag: 2\.3\.0 in run15\.json; 2\.4\.0 in run16\.json\./,
        );
    });

    it("knows what lies within a folder", () => {
        const cases = [
            ["/a/b", "/a/b", true],
            ["/a/b", "/a/b/c", true],
            ["/a/b", "/a/bc", false],
            ["/a/b", "/a", false],
            ["/a/b", "/a/b/..c", true],
        ] as const;
        for (const [outer, inner, expected] of cases)
            assert.equal(isWithin(outer, inner), expected, `${inner} in ${outer}`);
    });
});
