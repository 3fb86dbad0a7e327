import assert from "node:assert/strict";
import { UNKNOWNS } from "../../policy/graph/unknown";
import { View } from "../../policy/graph/view";
import type { KubernetesPolicy } from "../../policy/kubernetes-control";
import { policies } from "../../policy/policies";
import { allSamples } from "./case-files";
import { recordedLarge } from "./record-preview";
import type { Recorded } from "./recorded";
import { runPack } from "./run-pack";
import { StackFixture } from "./stack-fixture";

const rows = policies.filter((policy): policy is KubernetesPolicy => "example" in policy);
const NOTHING: Recorded = { inputs: [], resources: [] };

describe("the rows about objects of Kubernetes", function () {
    this.timeout(15 * 60_000);
    let recorded: Recorded;
    before(async () => {
        recorded = await recordedLarge();
    });
    const samples = allSamples();

    /** Objects of all types beside each other, as in a chart: some rules look for a second one. */
    function withSamples(stack: StackFixture, except?: string): StackFixture {
        const types = Object.keys(samples.inputs).filter((type) => type.startsWith("kubernetes:") && type !== except);
        const provider = recorded.resources.find(({ type }) => type.startsWith("kubernetes:batch/"))?.provider;
        for (const type of types) stack.add({ type, name: "sample", props: samples.inputs[type] ?? {} });
        // In the cluster of the stack, as its own objects.
        stack.resources = stack.resources.map((resource) =>
            resource.name === "sample" && provider !== undefined ? { ...resource, provider } : resource,
        );
        return stack;
    }

    for (const policy of rows) {
        const { type, path, row } = policy.example;
        const shownPath = path.join(".");
        const alone = () => new StackFixture(NOTHING).add({ type, name: "sample", props: samples.inputs[type] ?? {} });

        describe(policy.id, () => {
            it("accepts objects that satisfy it", () => {
                assert.ok(samples.inputs[type], `give a sample of ${type}`);
                assert.deepEqual(runPack([policy], withSamples(new StackFixture(NOTHING))), []);
            });

            it(`alone refuses ${shownPath} ${JSON.stringify(row.violatedBy)}`, () => {
                const stack = withSamples(new StackFixture(recorded)).set(type, "sample", path, row.violatedBy);
                const said = runPack(policies, stack).filter(({ message }) => !message.startsWith("not checked: "));
                const also = Object.keys(samples.also[policy.id] ?? {});
                assert.deepEqual([...new Set(said.map((one) => one.policy))].sort(), [policy.id, ...also].sort());
                const [own] = said.filter((one) => one.policy === policy.id);
                assert.ok(own?.message.startsWith(`sample (${type}): ${shownPath} is `), own?.message);
                assert.ok(own?.message.endsWith(`; it must be ${row.must.text}. ${policy.fix}`), own?.message);
                assert.equal(own?.level, policy.level?.is ?? "mandatory");
            });

            it("judges a property that is left out by what that means", () => {
                const stack = alone().unset(type, "sample", path);
                const means = new View(row.absentIs, { label: "" });
                const pathOfPod = path.slice(5).join(".");
                if (
                    stack.find(type, "sample").props["kind"] === "Deployment" &&
                    pathOfPod.startsWith("securityContext")
                )
                    stack.unset(type, "sample", ["spec", "template", "spec", ...path.slice(5)]);
                assert.equal(runPack([policy], stack).length, row.must.holds(means) ? 0 : 1);
            });

            it("says that it cannot check a value that is not known, unless any value will do", () => {
                const said = runPack([policy], alone().set(type, "sample", path, UNKNOWNS.string));
                if (acceptsUnknown(policy)) return assert.deepEqual(said, []);
                const message = `not checked: sample (${type}): ${shownPath} is not known before the update.`;
                assert.deepEqual(
                    said.map((one) => [one.level, one.message]),
                    [["advisory", message]],
                );
            });
        });
    }

    it("hold for pods of every kind of workload, and for containers that start before the others", () => {
        const template = new View(samples.inputs["kubernetes:apps/v1:Deployment"], { label: "" }).at(
            "spec.template",
        ).raw;
        const container = { name: "sample", image: "curlimages/curl" };
        const stack = new StackFixture(NOTHING);
        const add = (type: string, spec: object) => stack.add({ type, name: "sample", props: { spec } });
        add("kubernetes:batch/v1:CronJob", {
            jobTemplate: { spec: { template: { spec: { containers: [container] } } } },
        });
        add("kubernetes:batch/v1:Job", { template: { spec: { initContainers: [container] } } });
        add("kubernetes:core/v1:Pod", { containers: [container] });
        add("kubernetes:apps/v1:StatefulSet", { template });
        const policy = rows.filter(({ id }) => id === "k8s-container-require-fixed-image");
        assert.deepEqual(
            runPack(policy, stack).map((one) => [one.at, one.message.split(" is ")[0]?.split(": ").at(-1)]),
            [
                ["kubernetes:core/v1:Pod sample", "spec.containers.0.image"],
                ["kubernetes:batch/v1:Job sample", "spec.template.spec.initContainers.0.image"],
                ["kubernetes:batch/v1:CronJob sample", "spec.jobTemplate.spec.template.spec.containers.0.image"],
            ],
        );
    });
});

function acceptsUnknown({ example }: KubernetesPolicy): boolean {
    try {
        return example.row.must.holds(new View(UNKNOWNS.string, { label: "" }));
    } catch {
        return false;
    }
}
