import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PerfError } from "../perf-error";
import type { Environment } from "../results/result";
import { readEnvironmentFile, writeEnvironmentFile } from "./environment-file";

const ENVIRONMENT: Environment = {
    stack: "large",
    region: "eu-west-1",
    kubernetesVersion: "v1.35.2",
    chartVersion: "kaireon-0.1.0",
    imageTag: "2.4.1",
    valuesHash: "ab".repeat(32),
    backends: { "eventbus.backend": "kafka" },
    nodes: { "nodes-api-eu-west-1a": { instanceType: "m7i.2xlarge", count: 2 } },
    replicas: { api: 6 },
    traceSampleRate: 0.1,
};
const CHECKED_AT = new Date("2026-03-01T10:00:00Z");
const minutesLater = (minutes: number) => new Date(CHECKED_AT.getTime() + minutes * 60_000);

describe("the environment's file", () => {
    let folder: string;
    let path: string;
    before(() => {
        folder = mkdtempSync(join(tmpdir(), "environment-"));
        path = join(folder, "environment.json");
    });
    after(() => rmSync(folder, { recursive: true }));

    it("comes back as it was written, within an hour", () => {
        writeEnvironmentFile(path, ENVIRONMENT, CHECKED_AT);
        assert.deepEqual(readEnvironmentFile(path, { now: minutesLater(59) }), ENVIRONMENT);
    });

    it("is refused once it is older than allowed, or from the future", () => {
        writeEnvironmentFile(path, ENVIRONMENT, CHECKED_AT);
        const read = (minutes: number, maxAgeMinutes?: number) => () =>
            readEnvironmentFile(path, {
                now: minutesLater(minutes),
                ...(maxAgeMinutes === undefined ? {} : { maxAgeMinutes }),
            });
        assert.throws(read(61), {
            message:
                `environment: ${path} was checked at 2026-03-01T10:00:00.000Z, 61 minutes ago; 60 are allowed, since replicas and nodes ` +
                "change. Run `npm run perf -- check` again.",
        });
        assert.throws(read(11, 10), /11 minutes ago; 10 are allowed/);
        assert.throws(read(-5), /-5 minutes ago/);
        assert.doesNotThrow(read(61, 120));
    });

    it("is refused when it is missing, no JSON, or something else", () => {
        assert.throws(() => readEnvironmentFile(join(folder, "none.json")), /none\.json can't be read: ENOENT/);
        writeFileSync(path, "{");
        assert.throws(() => readEnvironmentFile(path), {
            message: /is not JSON. Write it with `npm run perf -- check --out FILE`/,
        });
        writeFileSync(path, JSON.stringify({ format: "kaireon-perf/1" }));
        assert.throws(
            () => readEnvironmentFile(path),
            (problem: unknown) =>
                problem instanceof PerfError &&
                problem.exitCode === 2 &&
                /no file of .* at format/s.test(problem.message),
        );
    });
});
