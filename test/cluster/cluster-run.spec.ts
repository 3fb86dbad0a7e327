import assert from "node:assert/strict";
import { eventually, skipOrFail } from "./cluster-run";

describe("tests that need a control plane", () => {
    it("are left out with a loud line where there can be none", () =>
        assert.equal(
            skipOrFail("There is no go.", {}),
            "SKIPPED: the release is NOT proven on a real control plane. There is no go.",
        ));

    it("fail under CI instead", () =>
        assert.throws(
            () => skipOrFail("There is no go.", { CI: "true" }),
            /^Error: the tests on a real control plane cannot run, and CI leaves out none: There is no go\.$/,
        ));

    it("wait until nothing is wrong any more, and tell what was wrong last when that never comes", async () => {
        const answers: string[][] = [["a pod waits"], []];
        await eventually(async () => answers.shift());
        assert.deepEqual(answers, []);
        await assert.rejects(
            eventually(async () => ["a pod waits", "a node is missing"], 0),
            /^Error: after 0 s still: a pod waits; a node is missing$/,
        );
    });
});
