import assert from "node:assert/strict";
import { resourcesOf } from "./deployment";

const RESOURCE = { urn: "urn:pulumi:s::p::aws:kms/key:Key::k", type: "aws:kms/key:Key", custom: true };

describe("reading a state", () => {
    it("takes a checkpoint of the file backend and an exported stack", () => {
        assert.deepEqual(resourcesOf({ checkpoint: { latest: { resources: [RESOURCE] } } }, "f"), [RESOURCE]);
        assert.deepEqual(resourcesOf({ deployment: { resources: [RESOURCE] } }, "f"), [RESOURCE]);
    });

    it("leaves out what waits to be deleted", () => {
        assert.deepEqual(resourcesOf({ deployment: { resources: [RESOURCE, { ...RESOURCE, delete: true }] } }, "f"), [
            RESOURCE,
        ]);
    });

    it("refuses anything else, and an empty stack", () => {
        assert.throws(() => resourcesOf({ resources: [] }, "f.json"), /^Error: timeline: f\.json is no Pulumi state\./);
        assert.throws(
            () => resourcesOf({ deployment: { resources: [] } }, "f.json"),
            /holds no resources\. Run `npm run offline -- up` first\./,
        );
    });
});
