import assert from "node:assert/strict";
import { nodesOf } from "./nodes";
import { nodesToLose } from "./set-nodes";

const GROUP = {
    name: "nodes-worker-all",
    instanceType: "m7i.2xlarge",
    labels: {},
    taints: [],
    zones: ["eu-west-1a", "eu-west-1b", "eu-west-1c"],
    minSize: 3,
    maxSize: 3,
};

describe("giving a cluster its nodes", () => {
    it("loses those that are too many, and those whose zone is another one: a machine does not move", () => {
        const nodes = nodesOf([GROUP], ({ maxSize }) => maxSize).map((node) => ({
            ...node,
            status: { allocatable: {} },
        }));
        const left = nodesOf([{ ...GROUP, zones: ["eu-west-1a", "eu-west-1b"] }], () => 3);
        assert.deepEqual(nodesToLose({ nodes, pods: [] }, left), ["worker-all-2"]);
        assert.deepEqual(nodesToLose({ nodes, pods: [] }, left.slice(0, 1)), ["worker-all-1", "worker-all-2"]);
        assert.deepEqual(
            nodesToLose(
                { nodes, pods: [] },
                nodesOf([GROUP], () => 4),
            ),
            [],
        );
    });
});
