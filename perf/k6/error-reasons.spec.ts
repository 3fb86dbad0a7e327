import assert from "node:assert/strict";
import { REASONS, reasonOf } from "./error-reasons";

const ERROR = { outcome: "error", reason: "whatever" } as const;

describe("the reason that an error is counted by", () => {
    for (const [code, reason] of [
        [1050, "timeout"],
        [1211, "timeout"],
        [1212, "ECONNREFUSED"],
        [1201, "ECONNRESET"],
        [1220, "ECONNRESET"],
        [1101, "DNS"],
        [1310, "TLS"],
        [1000, "no answer"],
    ] as const)
        it(`is ${reason} for k6's code ${code}`, () => assert.equal(reasonOf(ERROR, 0, code), reason));

    it("is the status of an answer, as far as it is counted by itself", () => {
        assert.deepEqual(
            [500, 503, 401, 302, 418].map((status) => reasonOf(ERROR, status, 0)),
            ["HTTP 500", "HTTP 503", "HTTP 401", "HTTP other", "HTTP other"],
        );
    });

    it("is what was wrong with the body of a 200", () => {
        assert.equal(reasonOf({ outcome: "error", reason: "bulk items failed" }, 200, 0), "bulk items failed");
        assert.equal(reasonOf({ outcome: "error", reason: "HTTP 200 without x" }, 200, 0), "not the platform's answer");
    });

    it("is always one of those that are declared, each once", () => {
        assert.equal(new Set(REASONS).size, REASONS.length);
        for (let status = 0; status < 600; status += 1)
            for (const code of [0, 1000, 1050, 1199, 1212, 1399, 1600])
                assert.ok(REASONS.includes(reasonOf(ERROR, status, code)), `${status} ${code}`);
    });
});
