import assert from "node:assert/strict";
import { selects } from "./pods";
import { View } from "./view";

const of = (value: unknown) => new View(value, { label: "policy (test)" });
const LABELS = of({ app: "kaireon", tier: "api" });

describe("a label selector", () => {
    const cases: readonly [what: string, selector: unknown, taken: boolean][] = [
        ["takes every pod when it is empty", {}, true],
        ["takes pods with all its labels", { matchLabels: { app: "kaireon" } }, true],
        ["leaves pods that lack one", { matchLabels: { app: "kaireon", zone: "a" } }, false],
        [
            "takes one of several values",
            { matchExpressions: [{ key: "tier", operator: "In", values: ["api", "mcp"] }] },
            true,
        ],
        [
            "leaves a value that it excludes",
            { matchExpressions: [{ key: "tier", operator: "NotIn", values: ["api"] }] },
            false,
        ],
        ["takes a label with any value", { matchExpressions: [{ key: "tier", operator: "Exists" }] }, true],
        ["leaves a label that must not be", { matchExpressions: [{ key: "tier", operator: "DoesNotExist" }] }, false],
        [
            "asks for both ways",
            { matchLabels: { app: "kaireon" }, matchExpressions: [{ key: "x", operator: "Exists" }] },
            false,
        ],
    ];
    for (const [what, selector, taken] of cases) it(what, () => assert.equal(selects(of(selector), LABELS), taken));
});
