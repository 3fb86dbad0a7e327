import assert from "node:assert/strict";
import { collectFindings } from "./findings";
import { CannotTell } from "./graph/cannot-tell";

describe("findings of a check", () => {
    it("are its violations, and what it could not tell", () =>
        assert.deepEqual(
            collectFindings((report) => {
                report.violation("of the stack");
                report.violation("of one", { urn: "urn:1" });
                report.cannotTell("who knows");
                throw new CannotTell("x is not known", "urn:2");
            }),
            [
                { kind: "violation", message: "of the stack" },
                { kind: "violation", message: "of one", urn: "urn:1" },
                { kind: "unchecked", message: "not checked: who knows." },
                { kind: "unchecked", message: "not checked: x is not known.", urn: "urn:2" },
            ],
        ));

    it("go on with the next item after one that cannot be told", () =>
        assert.deepEqual(
            collectFindings((report) =>
                report.each([1, 2, 3], (item) => {
                    if (item === 2) throw new CannotTell("2 is not known");
                    report.violation(String(item));
                }),
            ).map(({ message }) => message),
            ["1", "not checked: 2 is not known.", "3"],
        ));

    it("do not swallow mistakes of the policy", () =>
        assert.throws(
            () =>
                collectFindings(() => {
                    throw new TypeError("a mistake");
                }),
            /a mistake/,
        ));
});
