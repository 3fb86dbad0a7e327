import assert from "node:assert/strict";
import type { PolicyEvent } from "./event-log";
import { ALARM, AURORA, DOMAIN } from "./steps.fixture";
import { verdictsOf } from "./verdicts";

function said(policyName: string, message: string, rest: Partial<PolicyEvent> = {}): PolicyEvent {
    return { policyName, policyPackName: "kaireon", enforcementLevel: "mandatory", message, ...rest };
}

describe("the verdicts of policies", () => {
    it("are one for each policy, with its description once and what it says of each resource", () => {
        const { violations } = verdictsOf({
            policiesRun: [],
            policyEvents: [
                said("encrypted", "Everything is encrypted.\nsearch: no key.\nSet one.\n", { resourceUrn: DOMAIN }),
                said("encrypted", "Everything is encrypted.\npostgres: no key.\n", { resourceUrn: AURORA }),
            ],
        });
        assert.deepEqual(violations, [
            {
                policy: "encrypted",
                mandatory: true,
                description: "Everything is encrypted.",
                findings: [
                    { resource: "opensearch Domain search", message: "search: no key.\nSet one." },
                    { resource: "rds Cluster postgres", message: "postgres: no key." },
                ],
            },
        ]);
    });

    it("say what the pack says of a policy, and name a resource once", () => {
        const message = "postgres (aws:rds/cluster:Cluster): no key.";
        const texts = { encrypted: { title: "Everything is encrypted", fix: "Give it a key" } };
        const event = said("encrypted", message, { resourceUrn: AURORA });
        assert.deepEqual(verdictsOf({ policiesRun: [], policyEvents: [event] }, texts).violations, [
            {
                policy: "encrypted",
                mandatory: true,
                description: "Everything is encrypted",
                fix: "Give it a key",
                findings: [{ message }],
            },
        ]);
    });

    it("put what refuses before advice, and the severe before the rest", () => {
        const { violations } = verdictsOf({
            policiesRun: [],
            policyEvents: [
                said("advice", "A.\nb", { enforcementLevel: "advisory", severity: "critical" }),
                said("low", "A.\nb", { severity: "low" }),
                said("plain", "A.\nb"),
                said("high", "A.\nb", { severity: "high" }),
            ],
        });
        assert.deepEqual(
            violations.map(({ policy, mandatory }) => [policy, mandatory]),
            [
                ["high", true],
                ["low", true],
                ["plain", true],
                ["advice", false],
            ],
        );
    });

    it("name no resource where a policy looked at the whole stack, and keep a message without a description", () => {
        const stack = "urn:pulumi:large::kaireon::pulumi:pulumi:Stack::kaireon-large";
        const { violations } = verdictsOf({
            policiesRun: [],
            policyEvents: [said("whole", "only this\n", { resourceUrn: stack }), said("other", "only that")],
        });
        assert.deepEqual(
            violations.map(({ findings }) => findings),
            [[{ message: "only that" }], [{ message: "only this" }]],
        );
    });

    it("keep apart what could not be judged, and never take a refusal for it", () => {
        const advisory = { enforcementLevel: "advisory", resourceUrn: ALARM };
        const { violations, unknown, policies } = verdictsOf({
            policiesRun: ["silent", "ours"],
            policyEvents: [
                said("ours", "Fits.\nnot checked: the subnets' sizes are unknown in a preview.", advisory),
                said("foreign", "Fits.\ncan't run policy 'foreign' during preview: string value at .a can't be known", {
                    ...advisory,
                }),
                said("refuses", "Fits.\nnot checked: by anyone, and refused.", { resourceUrn: ALARM }),
                said("advises", "Fits.\nan unknown engine; name it.", advisory),
            ],
        });
        assert.deepEqual(
            unknown.map(({ policy }) => policy),
            ["foreign", "ours"],
        );
        assert.deepEqual(
            violations.map(({ policy }) => policy),
            ["refuses", "advises"],
        );
        assert.equal(policies, 5);
    });
});
