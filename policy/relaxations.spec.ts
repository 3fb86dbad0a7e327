import assert from "node:assert/strict";
import { stackPolicy } from "./policy";
import { relaxations } from "./relaxations";

const text = {
    title: "Some things hold",
    why: "They would not otherwise.",
    fix: "Hold them",
    severity: "low",
} as const;
const strict = stackPolicy({
    ...text,
    id: "strict",
    settings: {
        days: { description: "Days", default: 7, minimum: 0 },
        services: { description: "Services", default: ["ec2"] },
    },
    check: () => undefined,
});
const advice = stackPolicy({
    ...text,
    id: "advice",
    level: { is: "advisory", because: "a habit" },
    check: () => undefined,
});

describe("what a pack config relaxes", () => {
    const because = "Nothing here is kept.";
    const rows: readonly (readonly [string, object, readonly string[]])[] = [
        ["a lower level", { strict: { enforcementLevel: "advisory", because } }, [`strict advisory: ${because}`]],
        ["a level by itself", { strict: "disabled" }, ["strict disabled: no reason given"]],
        [
            "other settings",
            { strict: { days: 1, services: [], because } },
            [`strict days is 1 instead of 7, services is [] instead of ["ec2"]: ${because}`],
        ],
        [
            "a lower level and another setting",
            { strict: { enforcementLevel: "advisory", days: 1, because } },
            [`strict advisory, days is 1 instead of 7: ${because}`],
        ],
        [
            "nothing but the level where the policy is off",
            { strict: { enforcementLevel: "disabled", days: 1 } },
            ["strict disabled: no reason given"],
        ],
        ["all at once", { all: "advisory" }, ["all advisory: no reason given"]],
        ["nothing by what is there already", { strict: { days: 7, services: ["ec2"] }, advice: "advisory" }, []],
        ["nothing by more", { all: "mandatory", advice: "mandatory", strict: "remediate" }, []],
        ["nothing that there is not", { other: "disabled" }, []],
    ];
    for (const [what, config, expected] of rows)
        it(`is ${what}`, () =>
            assert.deepEqual(
                relaxations(config, [strict, advice]).map(
                    ({ policy, now, because: why }) => `${policy} ${now}: ${why}`,
                ),
                expected,
            ));
});
