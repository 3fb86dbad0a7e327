import assert from "node:assert/strict";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { type Reader, readResourcesOnce } from "./read-resources-once";

/** @returns a reader that counts, read once from then on */
function counting(): { readonly reader: Reader; readonly reads: () => number } {
    let reads = 0;
    const reader: Reader = {
        deserializeProperties: (properties) => {
            reads += 1;
            return { ...properties };
        },
    };
    readResourcesOnce(reader);
    return { reader, reads: () => reads };
}

describe("reading resources once", () => {
    it("reads the same properties once, however often they are asked for", () => {
        const { reader, reads } = counting();
        const properties = { name: "aurora" };
        const first = reader.deserializeProperties(properties, false);
        assert.equal(reader.deserializeProperties(properties, false), first);
        assert.deepEqual(first, properties);
        assert.equal(reads(), 1);
    });

    it("reads others anew, equal ones too: they are of another resource or another run", () => {
        const { reader, reads } = counting();
        reader.deserializeProperties({ name: "aurora" }, false);
        reader.deserializeProperties({ name: "aurora" }, false);
        assert.equal(reads(), 2);
    });

    it("leaves readings alone that keep secrets", () => {
        const { reader, reads } = counting();
        const properties = {};
        reader.deserializeProperties(properties, true);
        reader.deserializeProperties(properties, true);
        reader.deserializeProperties(properties, false);
        assert.equal(reads(), 3);
    });

    it("takes hold in the pinned SDK, which looks the function up at each call", () => {
        const deserialize = require("@pulumi/policy/deserialize") as Reader;
        const before = deserialize.deserializeProperties;
        try {
            readResourcesOnce(deserialize);
            const properties = Struct.fromJavaScript({ engine: "aurora-postgresql" });
            const first = deserialize.deserializeProperties(properties, false);
            assert.deepEqual(first, { engine: "aurora-postgresql" });
            assert.equal(deserialize.deserializeProperties(properties, false), first);
        } finally {
            deserialize.deserializeProperties = before;
        }
    });
});
