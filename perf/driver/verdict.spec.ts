import assert from "node:assert/strict";
import { type RunFacts, verdict } from "./verdict";

const GOOD: RunFacts = {
    scheduled: 50_000,
    sent: 50_000,
    waited: 0,
    seconds: 10,
    connections: 64,
    lagMs: 3,
    maxLagMs: 20,
};

describe("what a run is worth", () => {
    it("is complete where all was sent in time", () => {
        assert.deepEqual(verdict(GOOD), { status: "complete", remarks: [] });
    });

    it("is unsustained from 5 % less than was asked for, with both rates", () => {
        assert.equal(verdict({ ...GOOD, sent: 47_501 }).status, "complete");
        assert.deepEqual(verdict({ ...GOOD, sent: 47_500 }), {
            status: "unsustained",
            remarks: ["It was asked for 5,000/s, and sent 4,750/s: all 64 connections were waiting for answers."],
        });
    });

    it("is unsustained where the driver itself is too late, and then that is the reason", () => {
        const { status, remarks } = verdict({ ...GOOD, sent: 39_120, lagMs: 412.3 });
        assert.equal(status, "unsustained");
        assert.deepEqual(remarks, [
            "It was asked for 5,000/s, and sent 3,912/s.",
            "The driver's own lag was 412 ms at p99, and 20 ms are allowed: the latencies are partly its own. Give it a free core, or ask for less.",
        ]);
    });

    it("is partial where it was stopped, whatever else it is", () => {
        const { status, remarks } = verdict({ ...GOOD, sent: 0, stopped: "It was stopped." });
        assert.deepEqual([status, remarks[0], remarks.length], ["partial", "It was stopped.", 2]);
        assert.equal(verdict({ ...GOOD, scheduled: 0, sent: 0, stopped: "It was stopped." }).remarks.length, 1);
    });

    it("says of a complete one what waited for a connection, and what was not sent", () => {
        assert.deepEqual(verdict({ ...GOOD, sent: 49_990, waited: 600 }), {
            status: "complete",
            remarks: [
                "1.2 % of the requests waited for one of the 64 connections; the wait is in their latency.",
                "10 of 50,000 requests found no connection in time and were not sent.",
            ],
        });
    });
});
