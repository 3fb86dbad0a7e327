import assert from "node:assert/strict";
import { contains, formatCidr, isPrivate, overlaps, parseCidr } from "./cidr";

function range(text: string) {
    const parsed = parseCidr(text);
    assert.ok(parsed, text);
    return parsed;
}

describe("sizing: ranges of addresses", () => {
    for (const text of ["10.64.0.0/16", "0.0.0.0/0", "192.168.255.240/28", "255.255.255.255/32"]) {
        it(`reads and writes ${text}`, () => assert.equal(formatCidr(range(text)), text));
    }

    for (const text of ["10.64.0.1/16", "10.64.0.0", "10.64.0.0/33", "10.64/16", "2001:db8::/32", "", "0x0a.0.0.0/8"]) {
        it(`does not take ${JSON.stringify(text)} for a range`, () => assert.equal(parseCidr(text), undefined));
    }

    it("knows what overlaps and what contains", () => {
        assert.ok(overlaps(range("10.0.0.0/16"), range("10.0.128.0/17")));
        assert.ok(!overlaps(range("10.0.0.0/17"), range("10.0.128.0/17")));
        assert.ok(contains(range("10.0.0.0/16"), range("10.0.128.0/17")));
        assert.ok(!contains(range("10.0.128.0/17"), range("10.0.0.0/16")));
    });

    it("knows private ranges", () => {
        assert.ok(isPrivate(range("172.31.0.0/16")));
        assert.ok(isPrivate(range("100.64.0.0/16")));
        assert.ok(!isPrivate(range("172.32.0.0/16")));
        assert.ok(!isPrivate(range("8.8.0.0/16")));
    });
});
