import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { goldenFile, previewGraph } from "./preview-graph";

describe("the golden graph of large", function () {
    // The first run may have to build the engine.
    this.timeout(15 * 60_000);

    it("is what a preview gives; `npm run golden` rewrites it, and the commit says why", async () => {
        assert.deepEqual(parse(await previewGraph("large")), parse(readFileSync(goldenFile("large"), "utf8")));
    });
});
