import assert from "node:assert/strict";
import { longestTimeout, meanTime } from "./request-times";

describe("the times of requests", () => {
    it("are those of the SLO for decisions and single responses", () => {
        const mix = { recommend: 0.5, respond: 0.5 };
        assert.deepEqual([meanTime(mix, "expected"), meanTime(mix, "bearable"), longestTimeout(mix)], [0.2, 1, 5]);
    });

    it("are longer by the share of bulk requests, and a bulk has time for its thousand items", () => {
        const mix = { recommend: 0.5, "respond-bulk": 0.5 };
        assert.deepEqual([meanTime(mix, "expected"), meanTime(mix, "bearable"), longestTimeout(mix)], [0.6, 2, 30]);
        assert.equal(longestTimeout({ recommend: 1, "respond-bulk": 0 }), 5);
    });
});
