import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PerfError } from "../perf-error";
import { crossings, crossingsText } from "./first-crossing";
import { merged, readExports } from "./metrics-export";

const START = Date.parse("2026-11-24T13:00:00.000Z");
const at = (seconds: number) => new Date(START + seconds * 1000).toISOString();
/** Held in the first minute, broke in the third. */
const STEPS = {
    held: { startedAt: at(0), endedAt: at(60) },
    broke: { startedAt: at(120), endedAt: at(180) },
};

/** As Prometheus answers `/api/v1/query_range`. */
const prometheus = (series: Readonly<Record<string, readonly (readonly [seconds: number, value: string])[]>>) => ({
    status: "success",
    data: {
        resultType: "matrix",
        result: Object.entries(series).map(([signal, values]) => ({
            metric: { signal },
            values: values.map(([seconds, value]) => [START / 1000 + seconds, value]),
        })),
    },
});

/** As `aws cloudwatch get-metric-data` prints it: the newest first. */
const cloudWatch = (series: Readonly<Record<string, readonly (readonly [seconds: number, value: number])[]>>) => ({
    Messages: [],
    MetricDataResults: Object.entries(series).map(([Id, values]) => ({
        Id,
        Label: Id,
        StatusCode: "Complete",
        Timestamps: values.map(([seconds]) => at(seconds).replace(".000Z", "+00:00")).reverse(),
        Values: values.map(([, value]) => value).reverse(),
    })),
});

describe("the signal that crossed first", () => {
    const folder = mkdtempSync(join(tmpdir(), "kaireon-metrics-"));
    after(() => rmSync(folder, { recursive: true }));
    let files = 0;
    const write = (content: unknown): string => {
        const path = join(folder, `${files++}.json`);
        writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
        return path;
    };
    const read = (...contents: readonly unknown[]) => readExports(contents.map(write));
    const refusal = (...contents: readonly unknown[]): string => {
        try {
            read(...contents);
        } catch (problem) {
            assert.ok(problem instanceof PerfError);
            return problem.message;
        }
        throw new assert.AssertionError({ message: "it was accepted" });
    };

    it("is found across both kinds of export, by the middle of the time that a value speaks of", () => {
        const samples = read(
            prometheus({
                apiCpu: [
                    [150, "0.5"],
                    [165, "0.91"],
                    [180, "0.97"],
                ],
                workerCpu: [[180, "0.2"]],
            }),
            cloudWatch({
                databaseCpu: [
                    [60, 40],
                    [120, 95],
                ],
                cacheEvictions: [[120, 0]],
            }),
        );
        const found = crossings(samples, STEPS);
        assert.deepEqual(
            found.crossed.map(({ signal, value, at: time }) => [signal, value, time]),
            [
                ["apiCpu", 0.91, at(135)],
                ["databaseCpu", 95, at(150)],
            ],
        );
        assert.deepEqual(found.given, ["apiCpu", "workerCpu", "databaseCpu", "cacheEvictions"]);
        const text = crossingsText(found);
        assert.match(text, /^Broke first: api\.\napi: CPU in use.*: 0\.91 at 13:02:15, threshold 0\.9 /);
        assert.match(text, /Not given: apiCpuThrottled, .*indexRejections\.$/);
    });

    it("is none where nothing crossed, and says so", () => {
        const found = crossings(read(cloudWatch({ databaseCpu: [[120, 89.9]] })), STEPS);
        assert.deepEqual(found.crossed, []);
        assert.match(crossingsText(found), /^None of the given metrics crossed its threshold\.\nNot given: /);
    });

    it("is not known where no export speaks of the step", () => {
        const found = crossings(read(cloudWatch({ databaseCpu: [[600, 99]] })), STEPS);
        assert.deepEqual([found.crossed, found.given], [[], []]);
        assert.match(crossingsText(found), /^No metrics were given for the step that broke/);
    });

    it("is not what had crossed at the highest sustained rate already", () => {
        const samples = read(
            cloudWatch({
                cacheCpu: [
                    [0, 95],
                    [120, 99],
                ],
            }),
            prometheus({ workerQueue: [[180, "250"]] }),
        );
        const found = crossings(samples, STEPS);
        assert.deepEqual(
            found.crossed.map(({ signal, alsoWhileSustained }) => [signal, alsoWhileSustained]),
            [
                ["workerQueue", false],
                ["cacheCpu", true],
            ],
        );
        assert.match(crossingsText(found), /^Broke first: worker\.(.|\n)*so it is not what broke\./);
    });

    it("takes a threshold of the reader's for the table's", () => {
        const samples = read(cloudWatch({ databaseConnections: [[120, 700]] }));
        assert.deepEqual(crossings(samples, STEPS).crossed, []);
        assert.equal(crossings(samples, STEPS, { databaseConnections: 680 }).crossed[0]?.threshold, 680);
    });

    it("is taken for no number where a share is one of nothing", () =>
        assert.deepEqual(crossings(read(prometheus({ apiCpu: [[180, "NaN"]] })), STEPS).given, []));

    it("is found in pages of one export that are given as files", () => {
        const pages = [cloudWatch({ databaseCpu: [[120, 91]] }), cloudWatch({ databaseCpu: [[60, 10]] })];
        const joined = merged(read(pages[0]), read(pages[1]));
        assert.deepEqual(
            joined.get("databaseCpu")?.map(({ value }) => value),
            [10, 91],
        );
        assert.deepEqual(read(...pages), joined);
    });

    it("is not looked for in files that are no exports: each is named, with what to do", () => {
        const message = refusal("{", { status: "error", error: "bad query" }, prometheus({ node_load1: [] }));
        assert.deepEqual(
            message.split("\n").map((line) => line.replace(/^metrics: \S+/, "FILE").replace(/(as JSON: ).*/, "$1…")),
            [
                "FILE can't be read as JSON: …",
                "FILE is neither the answer of Prometheus's /api/v1/query_range nor of aws cloudwatch get-metric-data. Export what `npm run perf -- saturate --show-queries` prints.",
                "FILE has a series of signal node_load1, which there is not. Export what `npm run perf -- saturate --show-queries` prints.",
            ],
        );
    });

    it("is not looked for in half an answer of CloudWatch", () => {
        const half = cloudWatch({ databaseCpu: [[120, 91]] });
        const partial = half.MetricDataResults.map((result) => ({ ...result, StatusCode: "PartialData" }));
        assert.match(refusal({ ...half, MetricDataResults: partial }), /databaseCpu is PartialData\. Export it again/);
    });
});
