import assert from "node:assert/strict";
import { loadChanged } from "./changed-stack.fixture";

const load = (change: object) => () => loadChanged({ nodes: { load: change } });

describe("kaireon:nodes.load", () => {
    it("is off unless it is asked for", () => {
        assert.deepEqual(
            loadChanged({}).size.pools.map(({ pool }) => pool),
            ["api", "worker", "ml", "general"],
        );
    });

    it("adds a pool that may be empty, with room for its nodes in the subnets", () => {
        const { size } = load({ maxNodes: 12 })();
        const pool = size.pools.at(-1);
        assert.deepEqual(
            [pool?.pool, pool?.instanceType, pool?.diskGb, pool?.minPerGroup, pool?.maxPerGroup],
            ["load", "m7i.xlarge", 50, 0, 12],
        );
        assert.ok(size.subnets.private > loadChanged({}).size.subnets.private);
    });

    it("asks for a maximum that EKS allows and for a type that is known", () => {
        assert.throws(load({}), /kaireon:nodes\.load\.maxNodes is missing/);
        assert.throws(load({ maxNodes: 451 }), /kaireon:nodes\.load\.maxNodes is 451; .*450/);
        assert.throws(load({ maxNodes: 1, instanceType: "x9.huge" }), {
            message: /kaireon:nodes\.load\.instanceType is x9\.huge; its cores, memory and addresses are not known\./,
        });
    });
});
