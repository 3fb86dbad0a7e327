import assert from "node:assert/strict";
import { UNKNOWNS } from "./graph/unknown";
import { View } from "./graph/view";
import {
    atLeast,
    atMost,
    containing,
    equalTo,
    given,
    leftOutOr,
    matching,
    noneOf,
    notGiven,
    oneOf,
    ownKey,
    type Requirement,
    withEntry,
    without,
} from "./requirement";

const holds = ({ holds: test }: Requirement, value: unknown) => test(new View(value, { label: "x" }));

describe("requirements", () => {
    const rows: readonly (readonly [Requirement, string, readonly unknown[], readonly unknown[]])[] = [
        [equalTo(true), "true", [true, "true"], [false, undefined]],
        [equalTo(3), "3", [3, "3"], [2, undefined]],
        [equalTo("a"), '"a"', ["a"], ["b", undefined]],
        [oneOf("a", "b"), "one of a, b", ["a", "b"], ["c", undefined]],
        [noneOf("a", "b"), "something other than a, b", ["c", undefined], ["a"]],
        [atLeast(7), "at least 7", [7, 8, "7"], [6, undefined]],
        [atMost(7), "at most 7", [7, 0], [8, undefined]],
        [containing("a", "b"), "a list with a, b", [["b", "a", "c"]], [["a"], [], undefined]],
        [matching(/^TLS/, "a TLS policy"), "a TLS policy", ["TLS13"], ["SSL", undefined]],
        [
            given("a key of one's own"),
            "a key of one's own",
            ["k", 0, false, UNKNOWNS.string],
            [undefined, null, "", []],
        ],
        [notGiven(), "left out", [undefined, null], ["x", UNKNOWNS.string]],
        [leftOutOr(containing("a")), "left out or a list with a", [["a"], undefined], [["b"]]],
        [without("all"), "a list without all", [["1"], [], undefined], [["1", "all"]]],
        [
            withEntry("logType", "AUDIT"),
            "a list with an enabled entry whose logType is AUDIT",
            [[{ logType: "SLOW" }, { logType: "AUDIT" }], [{ logType: "AUDIT", enabled: true }]],
            [[{ logType: "AUDIT", enabled: false }], [{ logType: "SLOW" }], [], undefined],
        ],
        [
            ownKey(),
            "a KMS key of your own",
            ["arn:aws:kms:eu-west-1:123456789012:key/1", UNKNOWNS.string],
            ["alias/aws/kinesis", "arn:aws:kms:eu-west-1:123456789012:alias/aws/sns", "", undefined],
        ],
    ];
    for (const [requirement, text, good, bad] of rows) {
        it(`know ${text}`, () => {
            assert.equal(requirement.text, text);
            for (const value of good) assert.equal(holds(requirement, value), true, JSON.stringify(value));
            for (const value of bad) assert.equal(holds(requirement, value), false, JSON.stringify(value));
        });
    }

    it("cannot tell of an unknown value", () => {
        for (const requirement of [
            equalTo(true),
            oneOf("a"),
            noneOf("a"),
            atLeast(1),
            atMost(1),
            containing("a"),
            matching(/a/, "a"),
            leftOutOr(containing("a")),
            without("a"),
            withEntry("a", "b"),
        ])
            assert.throws(() => holds(requirement, UNKNOWNS.string), /is not known before the update/);
    });
});
