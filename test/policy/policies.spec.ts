import assert from "node:assert/strict";
import { policies } from "../../policy/policies";
import type { Policy } from "../../policy/policy";
import { allCases } from "./case-files";
import type { Case, PolicyCases, ViolationCase } from "./cases";
import { recordedLarge } from "./record-preview";
import type { Recorded } from "./recorded";
import { type Config, runPack, type Said } from "./run-pack";
import { StackFixture } from "./stack-fixture";

describe("the policies with logic, on the recorded stack of large", function () {
    // The first run may have to build the engine.
    this.timeout(15 * 60_000);
    let recorded: Recorded;
    before(async () => {
        recorded = await recordedLarge();
    });

    const cases = allCases();
    const changed = ({ change }: Case): StackFixture => {
        const stack = new StackFixture(recorded);
        change(stack);
        return stack;
    };
    const configOf = (policy: Policy, { config }: Case): Config =>
        config === undefined ? {} : { [policy.id]: config };
    const saysOnly = (policy: Policy, one: ViolationCase) => {
        const said = runPack(policies, changed(one), configOf(policy, one)).filter(
            ({ message }) => !message.startsWith("not checked: "),
        );
        const also = Object.keys(one.also ?? {});
        const expected: Said = {
            policy: policy.id,
            level: policy.level?.is ?? "mandatory",
            message: one.message,
            ...(one.at === undefined ? {} : { at: one.at }),
        };
        assert.deepEqual(
            said.filter((other) => !also.includes(other.policy)),
            [expected],
        );
        assert.deepEqual([...new Set(said.map((other) => other.policy))].sort(), [policy.id, ...also].sort());
    };

    for (const policy of policies.filter((one) => !("row" in one || "example" in one))) {
        describe(policy.id, () => {
            const own = cases.get(policy.id);
            it("has cases of all four kinds", () => {
                assert.ok(own, `write ${policy.id}.cases.ts beside the policy`);
                assert.ok(own.violations.length > 0, "a change that it refuses");
                assert.ok(own.absent.length > 0, "what decides is left out");
                assert.ok("never" in own.unknown || own.unknown.length > 0, "what decides is unknown");
            });
            if (own === undefined) return;
            it("accepts the stack as it is", () => accepts(policy, own, { when: "", change: () => undefined }));
            for (const one of own.violations) it(`alone refuses it when ${one.when}`, () => saysOnly(policy, one));
            for (const one of own.absent) {
                if ("passes" in one) it(`accepts it when ${one.when}`, () => accepts(policy, own, one));
                else it(`refuses it when ${one.when}`, () => saysOnly(policy, one));
            }
            for (const one of own.passes ?? []) it(`accepts it when ${one.when}`, () => accepts(policy, own, one));
            describeUnknown(policy, own);
        });
    }

    function accepts(policy: Policy, own: PolicyCases, one: Case): void {
        assert.deepEqual(beyondLarge(runPack([policy], changed(one), configOf(policy, one)), own), []);
    }

    function describeUnknown(policy: Policy, own: PolicyCases): void {
        if ("never" in own.unknown) return;
        for (const one of own.unknown) {
            it(`says that it cannot check it when ${one.when}`, () => {
                const said = beyondLarge(runPack([policy], changed(one), configOf(policy, one)), own);
                const expected = [{ level: "advisory", message: `not checked: ${one.unchecked}.` }];
                assert.deepEqual(
                    said.map(({ level, message }) => ({ level, message })),
                    expected,
                );
            });
        }
    }
});

function beyondLarge(said: readonly Said[], { uncheckedInLarge = [] }: PolicyCases): readonly Said[] {
    const known = uncheckedInLarge.map((reason) => `not checked: ${reason}.`);
    return said.filter(({ message }) => !known.includes(message));
}
