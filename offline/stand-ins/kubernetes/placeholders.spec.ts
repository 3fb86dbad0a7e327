import assert from "node:assert/strict";
import { UNKNOWN } from "../protocol/values";
import { withPlaceholders } from "./placeholders";

const SCHEMA = {
    $defs: { arn: { type: "string", pattern: "^arn:aws:secretsmanager:" } },
    properties: {
        host: { type: "string", pattern: "^[a-z0-9.-]+$" },
        port: { type: "integer", minimum: 1024 },
        tls: { type: "boolean" },
        mode: { enum: ["external"] },
        secret: { $ref: "#/$defs/arn" },
        cidrs: { type: "array", items: { type: "string", pattern: "^\\d+\\.\\d+\\.\\d+\\.\\d+/\\d+$" } },
        odd: { type: "string", pattern: "^x{7}$" },
        example: { type: "string", pattern: "^x{7}$", examples: ["xxxxxxx"] },
    },
};

describe("placeholders for values that a preview does not know", () => {
    it("are of the type and pattern that the chart's schema asks for", () => {
        const values = {
            host: UNKNOWN,
            port: UNKNOWN,
            tls: UNKNOWN,
            mode: UNKNOWN,
            secret: UNKNOWN,
            cidrs: [UNKNOWN, "10.1.0.0/16"],
            example: UNKNOWN,
            nowhere: { inTheSchema: UNKNOWN },
        };
        assert.deepEqual(withPlaceholders(values, SCHEMA), {
            host: "known-after-apply",
            port: 1024,
            tls: true,
            mode: "external",
            secret: "arn:aws:secretsmanager:eu-west-1:123456789012:secret:known-after-apply-000000",
            cidrs: ["10.0.0.0/16", "10.1.0.0/16"],
            example: "xxxxxxx",
            nowhere: { inTheSchema: "known-after-apply" },
        });
    });

    it("say which value has a pattern that none of them fits", () => {
        assert.throws(() => withPlaceholders({ odd: UNKNOWN }, SCHEMA), {
            message:
                'values.odd is not known yet, and no placeholder fits its pattern ^x{7}$. Give the chart\'s schema "examples" there.',
        });
    });
});
