import assert from "node:assert/strict";
import { CannotTell } from "./graph/cannot-tell";
import { UNKNOWNS } from "./graph/unknown";
import { View } from "./graph/view";
import { eachItem, givenAndEachItem, itemsOfKinds, leftOutOr, nothingBut } from "./list-requirement";
import { equalTo, type Requirement } from "./requirement";

const holds = (requirement: Requirement, value: unknown) =>
    requirement.holds(new View(value, { label: "volume (test)" }, ["property"]));

describe("requirements of lists", () => {
    it("look below every item, and take an item without the place as told", () => {
        const values = [[], [{ ebs: { encrypted: true } }], [{ ebs: { encrypted: "true" } }, {}], [{ ebs: {} }]];
        const judged = (absent: "refused" | "accepted") =>
            values.map((value) => holds(eachItem("ebs.encrypted", equalTo(true), absent), value));
        assert.deepEqual(judged("refused"), [true, true, false, false]);
        assert.deepEqual(judged("accepted"), [true, true, true, true]);
    });

    it("tell a list that is left out from an empty one where it must be given", () => {
        const must = givenAndEachItem("encrypted", equalTo(true));
        assert.deepEqual(
            [holds(must, undefined), holds(must, []), holds(must, [{ encrypted: true }])],
            [false, true, true],
        );
    });

    it("take some of the texts, or none", () => {
        const must = nothingBut("NET_BIND_SERVICE");
        assert.deepEqual(
            [undefined, [], ["NET_BIND_SERVICE"], ["NET_BIND_SERVICE", "SYS_ADMIN"]].map((value) => holds(must, value)),
            [true, true, true, false],
        );
    });

    it("take what is left out, and no other value than the one", () => {
        const must = leftOutOr(equalTo("Default"));
        assert.deepEqual(
            [holds(must, undefined), holds(must, "Default"), holds(must, "Unmasked")],
            [true, true, false],
        );
    });

    it("know a volume's kind by its key", () => {
        const must = itemsOfKinds("emptyDir", "secret");
        assert.ok(holds(must, [{ name: "tmp", emptyDir: {} }]));
        assert.ok(!holds(must, [{ name: "share", nfs: {} }]));
    });

    it("cannot tell of a list that is not known, nor of one with such an item", () => {
        const must = eachItem("encrypted", equalTo(true), "refused");
        for (const value of [UNKNOWNS.array, [{ encrypted: UNKNOWNS.boolean }]])
            assert.throws(() => holds(must, value), CannotTell);
    });
});
