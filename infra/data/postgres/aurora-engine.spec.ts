import assert from "node:assert/strict";
import { awsUpgradesMinor, majorVersion } from "./aurora-engine";

describe("an engine version", () => {
    for (const [version, major, byAws] of [
        ["17", "17", true],
        ["16.11", "16", false],
    ] as const) {
        it(`${version} is of the family ${major}, its minor releases ${byAws ? "AWS's" : "the program's"}`, () => {
            assert.equal(majorVersion(version), major);
            assert.equal(awsUpgradesMinor(version), byAws);
        });
    }
});
