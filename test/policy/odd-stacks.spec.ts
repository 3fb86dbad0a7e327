import assert from "node:assert/strict";
import { UNKNOWNS } from "../../policy/graph/unknown";
import { policies } from "../../policy/policies";
import { recordedLarge } from "./record-preview";
import type { Recorded, RecordedNode } from "./recorded";
import { runPack } from "./run-pack";
import { StackFixture } from "./stack-fixture";

const RELEASE = "kubernetes:helm.sh/v3:Release";

/** Policies that look at the presence of resources: a bare resource can break them, but must not break the check. */
function run(recorded: Recorded) {
    return runPack(policies, recorded);
}

function violations(recorded: Recorded): readonly string[] {
    return run(recorded)
        .filter(({ message }) => !message.startsWith("not checked: "))
        .map(({ policy, message }) => `${policy}: ${message}`);
}

function bare(recorded: Recorded, props: (node: RecordedNode) => Record<string, unknown>): Recorded {
    const change = <T extends RecordedNode | Recorded["inputs"][number]>(one: T): T => {
        const node = recorded.resources.find(({ urn }) => urn === one.urn);
        return node === undefined ? one : { ...one, props: props(node) };
    };
    return { inputs: recorded.inputs.map(change), resources: recorded.resources.map(change) };
}

describe("the pack over odd stacks", function () {
    this.timeout(15 * 60_000);
    let recorded: Recorded;
    before(async () => {
        recorded = await recordedLarge();
    });

    it("says nothing of an empty stack", () => assert.deepEqual(run({ inputs: [], resources: [] }), []));

    it("has no false alarm where every value is unknown", () => {
        const unknown = bare(recorded, ({ props }) =>
            Object.fromEntries(Object.keys(props).map((key) => [key, UNKNOWNS.string])),
        );
        assert.deepEqual(violations(unknown), []);
    });

    it("stands resources without any property", () => {
        run(bare(recorded, () => ({})));
    });

    it("stands properties of every wrong type", () => {
        for (const wrong of ["text", 1, true, [], {}, null, [null], { a: null }])
            run(bare(recorded, ({ props }) => Object.fromEntries(Object.keys(props).map((key) => [key, wrong]))));
    });

    it("stands a single resource of each type", () => {
        for (const node of recorded.resources) {
            const alone = { ...node, dependencies: [], propertyDependencies: {} };
            run({ inputs: recorded.inputs.filter(({ urn }) => urn === node.urn), resources: [alone] });
        }
    });

    it("stands a release whose values miss any one block", () => {
        const { values } = new StackFixture(recorded).find(RELEASE, "kaireon").props;
        for (const block of Object.keys(Object(values))) run(new StackFixture(recorded).unsetValue([block]));
        for (const block of Object.keys(Object(values))) run(new StackFixture(recorded).setValueUnknown([block]));
    });

    it("stands a release without values, and one whose values are all unknown", () => {
        run(new StackFixture(recorded).unset(RELEASE, "kaireon", "values"));
        run(new StackFixture(recorded).setUnknown(RELEASE, "kaireon", "values"));
    });
});
