import assert from "node:assert/strict";
import { policies } from "../../policy/policies";
import { allCases, allSamples } from "./case-files";
import { recordedLarge } from "./record-preview";
import { runPack, type Said } from "./run-pack";

const isUnchecked = ({ message }: Said) => message.startsWith("not checked: ");

describe("the pack over the preview of large", function () {
    this.timeout(15 * 60_000);
    let said: readonly Said[];
    before(async () => {
        said = runPack(policies, await recordedLarge());
    });

    it("finds no violation", () => {
        assert.deepEqual(
            said.filter((one) => !isUnchecked(one)),
            [],
        );
    });

    it("cannot check what the cases and samples list, and nothing else", () => {
        const listed = [...allCases()].flatMap(([policy, { uncheckedInLarge = [] }]) =>
            uncheckedInLarge.map((reason) => `${policy} not checked: ${reason}.`),
        );
        const rows = allSamples().uncheckedInLarge;
        const unchecked = said.filter((one) => isUnchecked(one) && rows[one.policy] === undefined);
        assert.deepEqual(unchecked.map(({ policy, message }) => `${policy} ${message}`).sort(), listed.sort());
    });
});
