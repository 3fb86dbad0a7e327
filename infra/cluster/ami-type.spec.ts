import assert from "node:assert/strict";
import { amiType } from "./ami-type";

describe("amiType", () => {
    for (const type of [
        "m7g.large",
        "c7gn.xlarge",
        "r6gd.2xlarge",
        "t4g.small",
        "a1.xlarge",
        "im4gn.large",
        "is4gen.large",
    ]) {
        it(`takes ${type} for Graviton`, () => assert.equal(amiType(type), "AL2023_ARM_64_STANDARD"));
    }
    for (const type of ["m7i.2xlarge", "m7a.large", "g5.xlarge", "c7i-flex.large", "r7iz.large"]) {
        it(`takes ${type} for x86`, () => assert.equal(amiType(type), "AL2023_x86_64_STANDARD"));
    }
});
