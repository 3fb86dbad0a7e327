import assert from "node:assert/strict";
import { holdsRange } from "./ipv4-range";

describe("holdsRange", () => {
    const rows: readonly (readonly [string, string, string, boolean])[] = [
        ["a subnet of a network", "10.64.0.0/16", "10.64.192.0/20", true],
        ["everything", "0.0.0.0/0", "10.0.0.0/8", true],
        ["itself", "10.0.0.0/24", "10.0.0.0/24", true],
        ["one address", "10.0.0.0/24", "10.0.0.7", true],
        ["not a neighbour", "10.64.0.0/16", "10.65.0.0/20", false],
        ["not what is larger", "10.64.0.0/16", "10.0.0.0/8", false],
        ["not the upper half from the lower", "128.0.0.0/1", "10.0.0.0/8", false],
        ["nothing that is no range", "text", "10.0.0.0/8", false],
        ["nothing of IPv6", "::/0", "10.0.0.0/8", false],
    ];
    for (const [what, outer, inner, expected] of rows)
        it(`holds ${what}`, () => assert.equal(holdsRange(outer, inner), expected));
});
