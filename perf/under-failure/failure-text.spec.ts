import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { resultOf } from "../results/result.fixture";
import { readResult } from "../results/store";
import { FAILURE_FORMAT, type FailureFile, failureSchema, writeFailure } from "./failure-file";
import { failureText, isKept } from "./failure-text";
import { analyseRecovery } from "./recovery";
import { eventIn, timelineOf } from "./timeline.fixture";

const failureOf = (letters: string): FailureFile => {
    const settings = { eventAt: eventIn(letters), recoveryTargetSeconds: 10, steadySeconds: 3 };
    return {
        format: FAILURE_FORMAT,
        event: {
            name: "aurora-failover",
            title: "Aurora promotes a reader to writer",
            command: "aws rds failover-db-cluster --db-cluster-identifier kaireon-large-postgres",
            triggeredBy: "operator",
            triggeredAt: "2026-11-24T13:15:05.000Z",
            second: settings.eventAt,
        },
        recoveryTarget: { component: "PostgreSQL (RDS)", seconds: 10, source: "vendor's runbook" },
        steadySeconds: 3,
        judgedSeconds: letters.length - 1,
        recovery: analyseRecovery(timelineOf(letters), settings),
        result: { ...resultOf(), status: "partial", timeline: [...timelineOf(letters)] },
    };
};

describe("what is told of a load under failure", () => {
    it("is the outage, the way back, the harm and the target", () =>
        assert.deepEqual(failureText(failureOf(".....|.xxes....")).split("\n"), [
            "Aurora promotes a reader to writer, under 10/s on https://decisions.example.com/.",
            "Event: at 2026-11-24T13:15:05.000Z, second 5 of the load, by operator.",
            "Outage: from 1 s to 4 s after the event, 3 s of it with errors. 1 s without errors were slower than before the event.",
            "Steady state: back after 5 s.",
            "Requests failed: 220 (24.44 % after the event). Worst p99 of a second: 900 ms.",
            "SLO over the last 3 s: kept.",
            "Recovery target: 10 s (PostgreSQL (RDS); vendor's runbook). It recovered in time.",
            "What was lost for good (RPO) does not show from here.",
        ]));

    it("is kept only where it came back in time, to the SLO", () => {
        const kept = (letters: string) => isKept(failureOf(letters));
        assert.deepEqual(
            [".....|xx...", ".....|.....", ".....|xxxxxxxxxxx...", ".....|xx...xx", ".....|xxxxxxx", "eeeee|....."].map(
                kept,
            ),
            [true, true, false, false, false, false],
        );
        const slow = failureOf(".....|xx...");
        assert.ok(slow.recovery);
        assert.equal(isKept({ ...slow, recovery: { ...slow.recovery, isSloBack: false } }), false);
        assert.equal(isKept({ ...slow, recovery: null }), false);
    });

    it("names relapses, and what is not back", () => {
        assert.match(
            failureText(failureOf(".....|xx...xx")),
            /not back\. It had come back once before, and was lost again\./,
        );
        assert.match(
            failureText(failureOf(".....|xx...x...x...")),
            /back after 10 s\. It had come back 2 times before/,
        );
    });

    it("is that nothing is judged where the event was not triggered", () => {
        const failure = failureOf(".....|xx...");
        assert.match(failureText({ ...failure, recovery: null }), /not triggered: nothing is judged\.$/);
    });
});

describe("the file of a load under failure", () => {
    const folder = mkdtempSync(join(tmpdir(), "kaireon-failure-"));
    after(() => rmSync(folder, { recursive: true }));
    const path = join(folder, "failure.json");

    it("is written as it is, and is none that could become a baseline", () => {
        const failure = failureOf(".....|xx...");
        writeFailure(path, failure);
        assert.deepEqual(failureSchema.parse(JSON.parse(readFileSync(path, "utf8"))), failure);
        assert.throws(() => readResult(path), /format is "kaireon-perf-under-failure\/1"/);
    });
});
