import assert from "node:assert/strict";
import type { ControlPolicy } from "../../policy/control";
import { UNKNOWNS } from "../../policy/graph/unknown";
import { View } from "../../policy/graph/view";
import { policies } from "../../policy/policies";
import type { Policy } from "../../policy/policy";
import { allSamples } from "./case-files";
import { recordedLarge } from "./record-preview";
import type { Recorded, RecordedInputs } from "./recorded";
import { runPack, type Said } from "./run-pack";
import { StackFixture } from "./stack-fixture";

const rows = policies.filter((policy): policy is ControlPolicy => "row" in policy);

describe("the rows of the tables", function () {
    this.timeout(15 * 60_000);
    let recorded: Recorded;
    before(async () => {
        recorded = await recordedLarge();
    });
    const samples = allSamples();

    for (const policy of rows) {
        const { row } = policy;
        const [type] = policy.types;

        describe(policy.id, () => {
            it("accepts a resource that satisfies it", () => {
                assert.deepEqual(runPack([policy], only(resourceFor(policy).resource)), []);
            });

            it(`alone refuses ${type} with ${row.property} ${JSON.stringify(row.violatedBy)}`, () => {
                const { resource, isOfLarge } = resourceFor(policy);
                const stack = new StackFixture(isOfLarge ? recorded : only(resource));
                stack.set(type, resource.name, row.property, row.violatedBy);
                // A sample stands alone: what stack policies want beside it says nothing of the row.
                const judges = isOfLarge ? policies : policies.filter(({ kind }) => kind === "resource");
                const said = violations(judges, stack);
                const also = Object.keys(samples.also[policy.id] ?? {});
                assert.deepEqual([...new Set(said.map((one) => one.policy))].sort(), [policy.id, ...also].sort());
                const own = said.find((one) => one.policy === policy.id);
                const start = `${resource.name} (${type}): ${row.property} is `;
                assert.ok(own?.message.startsWith(start), own?.message);
                assert.ok(own?.message.endsWith(`; it must be ${row.must.text}. ${policy.fix}`), own?.message);
                assert.equal(own?.level, policy.level?.is ?? "mandatory");
            });

            it("judges a property that is left out by what that means", () => {
                const stack = new StackFixture(only(resourceFor(policy).resource));
                stack.unset(type, undefined, row.property);
                const means = new View(row.absentIs, { label: "" });
                assert.equal(runPack([policy], stack).length, row.must.holds(means) ? 0 : 1);
            });

            it("says that it cannot check a value that is not known, unless any value will do", () => {
                const stack = new StackFixture(only(resourceFor(policy).resource));
                stack.set(type, undefined, row.property, UNKNOWNS.string);
                const said = runPack([policy], stack);
                if (acceptsUnknown(policy)) return assert.deepEqual(said, []);
                const [one] = said;
                const what = `${resourceFor(policy).resource.name} (${type}): ${row.property} is not known before the update`;
                if (row.when === undefined)
                    assert.deepEqual([one?.level, one?.message], ["advisory", `not checked: ${what}.`]);
            });
        });
    }

    function resourceFor(policy: ControlPolicy): { resource: RecordedInputs; isOfLarge: boolean } {
        const [type] = policy.types;
        const { when = () => true } = policy.row;
        const own = recorded.inputs.find((one) => one.type === type && when(new View(one.props, { label: one.name })));
        if (own !== undefined) return { resource: own, isOfLarge: true };
        const props = samples.inputs[policy.id] ?? samples.inputs[type];
        if (props === undefined)
            throw new Error(
                `large has no ${type} that ${policy.id} says something of: give a sample in <service>.samples.ts`,
            );
        const resource = {
            type,
            name: "sample",
            urn: `urn:pulumi:large::kaireon::${type}::sample`,
            opts: { protect: true, ignoreChanges: [] },
            props: structuredClone({ ...props }),
        };
        return { resource, isOfLarge: false };
    }
});

function acceptsUnknown({ row }: ControlPolicy): boolean {
    try {
        return row.must.holds(new View(UNKNOWNS.string, { label: "" }));
    } catch {
        return false;
    }
}

function only(resource: RecordedInputs): Recorded {
    return { inputs: [resource], resources: [{ ...resource, dependencies: [], propertyDependencies: {} }] };
}

function violations(judges: readonly Policy[], stack: StackFixture): readonly Said[] {
    return runPack(judges, stack).filter(({ message }) => !message.startsWith("not checked: "));
}
