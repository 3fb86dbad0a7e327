import assert from "node:assert/strict";
import { latencyMs } from "./latency";

describe("the latency of a request of k6", () => {
    it("holds the wait for a connection, which k6's duration leaves out", () => {
        assert.equal(latencyMs({ blocked: 300.25, duration: 12.5 }, 0, 313), 312.75);
    });

    it("counts from the beginning of the iteration, not from the call", () => {
        assert.equal(latencyMs({ blocked: 0, duration: 12.5 }, 4, 17), 16.5);
    });

    it("is what went by where k6 measured nothing, as of a connection that was refused", () => {
        assert.equal(latencyMs({ blocked: 0, duration: 0 }, 0, 1200), 1199);
    });
});
