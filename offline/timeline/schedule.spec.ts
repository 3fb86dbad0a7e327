import assert from "node:assert/strict";
import type { StateResource } from "./deployment";
import { criticalPath, type Scheduled, schedule } from "./schedule";

/** Minutes are the number in the name: `cluster-10`. */
function minutes({ urn, custom }: StateResource) {
    return { minutes: custom ? Number(/-(\d+)$/.exec(urn)?.[1] ?? 0) : 0, listed: true, verified: true };
}

function resource(urn: string, more: Partial<StateResource> = {}): StateResource {
    return { urn, type: "aws:x/y:Y", custom: true, ...more };
}

function component(urn: string, more: Partial<StateResource> = {}): StateResource {
    return resource(urn, { type: "kaireon:x:Y", custom: false, ...more });
}

function times(resources: readonly StateResource[]): Record<string, string> {
    const scheduled = schedule(resources, minutes);
    return Object.fromEntries(scheduled.map((one) => [one.resource.urn, `${one.startMinute}-${one.finishMinute}`]));
}

function urns(path: readonly Scheduled[]): string[] {
    return path.map(({ resource: { urn } }) => urn);
}

describe("the schedule of an up", () => {
    it("starts everything at once that waits for nothing", () => {
        assert.deepEqual(times([resource("a-3"), resource("b-5")]), { "a-3": "0-3", "b-5": "0-5" });
    });

    it("waits for explicit dependencies, for those of inputs, for the provider and for a parent that is a resource", () => {
        const waiting = [
            resource("explicit-1", { dependencies: ["a-3"] }),
            resource("input-1", { propertyDependencies: { subnetId: ["a-3"], other: null } }),
            resource("provided-1", { provider: "a-3::some-id" }),
            resource("child-1", { parent: "a-3" }),
        ];
        const expected = { "a-3": "0-3", "explicit-1": "3-4", "input-1": "3-4", "provided-1": "3-4", "child-1": "3-4" };
        assert.deepEqual(times([resource("a-3"), ...waiting]), expected);
    });

    it("takes a dependency on a component as one on everything in it", () => {
        const resources = [
            component("stores"),
            component("inner", { parent: "stores" }),
            resource("deep-7", { parent: "inner" }),
            resource("flat-2", { parent: "stores" }),
            resource("after-1", { dependencies: ["stores"] }),
        ];
        assert.equal(times(resources)["after-1"], "7-8");
    });

    it("does not wait for a component that is only the parent, but for what the component waits for", () => {
        const resources = [
            resource("network-4"),
            component("store", { dependencies: ["network-4"] }),
            resource("slow-9", { parent: "store" }),
            resource("quick-1", { parent: "store" }),
        ];
        assert.deepEqual(times(resources), { "network-4": "0-4", "slow-9": "4-13", "quick-1": "4-5" });
    });

    it("waits for all of a remote component from outside, and for one resource of it from inside", () => {
        const resources = [
            resource("provider", { type: "pulumi:providers:eks" }),
            component("remote", { type: "eks:index:Cluster" }),
            resource("cluster-10", { parent: "remote" }),
            resource("addon-3", { parent: "remote", dependencies: ["cluster-10"] }),
            resource("inside-1", { parent: "remote", dependencies: ["cluster-10"] }),
            resource("outside-1", { dependencies: ["cluster-10"] }),
        ];
        const { "inside-1": inside, "outside-1": outside } = times(resources);
        assert.deepEqual([inside, outside], ["10-11", "13-14"]);
    });

    it("refuses a state whose resources wait for each other", () => {
        const circle = [resource("a-1", { dependencies: ["b-1"] }), resource("b-1", { dependencies: ["a-1"] })];
        assert.throws(() => schedule(circle, minutes), /timeline: a-1 waits for itself\./);
    });
});

describe("the critical path", () => {
    it("is the chain that ends last, without what takes no time", () => {
        const resources = [
            resource("vpc-1"),
            resource("instant-0", { dependencies: ["vpc-1"] }),
            resource("search-25", { dependencies: ["instant-0"] }),
            resource("cluster-10", { dependencies: ["vpc-1"] }),
            resource("release-2", { dependencies: ["search-25", "cluster-10"] }),
        ];
        const path = criticalPath(schedule(resources, minutes));
        assert.deepEqual(urns(path), ["vpc-1", "search-25", "release-2"]);
        assert.equal(path.at(-1)?.finishMinute, 28);
    });

    it("is empty for a state without resources", () => {
        assert.deepEqual(criticalPath([]), []);
    });
});
