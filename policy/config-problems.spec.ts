import assert from "node:assert/strict";
import { configProblems } from "./config-problems";
import { stackPolicy } from "./policy";

const policy = stackPolicy({
    id: "some-policy",
    title: "Some things hold",
    why: "They would not otherwise.",
    fix: "Hold them",
    severity: "low",
    settings: { headroomPercent: { description: "Spare capacity, in per cent", default: 10, minimum: 0, maximum: 50 } },
    check: () => undefined,
});

describe("a pack config", () => {
    const rows: readonly (readonly [string, unknown, readonly string[]])[] = [
        ["nothing", {}, []],
        ["levels", { "some-policy": "mandatory", all: "disabled" }, []],
        [
            "a lower level, a threshold and the reason for both",
            { "some-policy": { enforcementLevel: "advisory", headroomPercent: 20, because: "A sandbox." } },
            [],
        ],
        [
            "a lower level without a reason",
            { "some-policy": "advisory" },
            ["config: some-policy.because is missing; say in a sentence why this stack may do with less."],
        ],
        [
            "a threshold and an empty reason",
            { "some-policy": { headroomPercent: 20, because: " " } },
            ['config: some-policy.because is " "; say in a sentence why this stack may do with less.'],
        ],
        ["a list", [], ['config: the file must hold an object: { "<policy-id>": "advisory" }.']],
        [
            "no such policy",
            { "sum-policy": "advisory" },
            ["config: there is no policy sum-policy. All are in docs/policies.md."],
        ],
        [
            "no such level",
            { "some-policy": "warn" },
            ['config: the level of some-policy is "warn"; it must be mandatory, advisory or disabled.'],
        ],
        [
            "no such setting",
            { "some-policy": { headroom: 20 } },
            ["config: some-policy has no setting headroom; it has headroomPercent. Correct the name or take it out."],
        ],
        [
            "a threshold out of bounds",
            { "some-policy": { headroomPercent: 90 } },
            ["config: some-policy.headroomPercent is 90; it must be at least 0 and at most 50."],
        ],
        [
            "a threshold of another type, and all other problems with it",
            { other: "advisory", "some-policy": { headroomPercent: "much" } },
            [
                "config: there is no policy other. All are in docs/policies.md.",
                'config: some-policy.headroomPercent is "much"; it must be a number: Spare capacity, in per cent',
            ],
        ],
    ];
    for (const [what, config, problems] of rows)
        it(`with ${what} has ${problems.length === 0 ? "no problem" : "its problems named"}`, () =>
            assert.deepEqual(configProblems(config, [policy]), problems));
});
