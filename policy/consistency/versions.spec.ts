import assert from "node:assert/strict";
import { compareVersions, majorOf, minorOf } from "./versions";

describe("versions", () => {
    it("compares numbers and not texts", () => {
        assert.equal(compareVersions("1.9", "1.24"), -1);
        assert.equal(compareVersions("1.35", "1.24"), 1);
        assert.equal(compareVersions("7.2.1", "7.2.1"), 0);
    });

    it("takes a version that says less for the same", () => assert.equal(compareVersions("8", "8.2"), 0));

    it("reads the leading numbers", () => {
        assert.equal(majorOf("17.7"), 17);
        assert.equal(minorOf("v3.9.x.kraft"), 9);
        assert.equal(majorOf("latest"), 0);
    });
});
