import assert from "node:assert/strict";
import { Tally } from "./tally";

describe("the tally of a run", () => {
    it("counts what was sent by outcome, errors by reason, and what was not sent only as scheduled", () => {
        const tally = new Tally();
        tally.unsent();
        tally.ended("ok", undefined, true, 10);
        tally.ended("rate-limited", undefined, true, 10);
        tally.ended("error", "HTTP 500", true, 10);
        tally.ended("error", "ECONNREFUSED", false, undefined);
        const { totals, latencyMs } = tally.measured();
        assert.deepEqual(totals, {
            scheduled: 5,
            sent: 4,
            answered: 3,
            outcomes: { ok: 1, degraded: 0, "rate-limited": 1, "quota-exhausted": 0, error: 2 },
            errors: { "HTTP 500": 1, ECONNREFUSED: 1 },
            errorRate: 0.5,
        });
        assert.equal(Math.round(latencyMs.min), 10);
    });

    it("counts reasons beyond the fiftieth together", () => {
        const tally = new Tally();
        for (let code = 0; code < 1000; code += 1) tally.ended("error", `HTTP 500 ${code}`, true, 1);
        const { errors } = tally.measured().totals;
        assert.deepEqual([Object.keys(errors).length, errors["HTTP 500 0"], errors["other"]], [50, 1, 951]);
    });
});
