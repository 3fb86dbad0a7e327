import assert from "node:assert/strict";
import fc from "fast-check";
import type { NodeCapacity } from "./node-capacity";
import { nodesForAnyOrder, type PodRequest, podsPerNode } from "./packing";

const NODE: NodeCapacity = { cpuMilli: 7730, memoryMib: 29197, pods: 106 };

const pod = fc.record({ cpuMilli: fc.integer({ min: 0, max: 4000 }), memoryMib: fc.integer({ min: 0, max: 16000 }) });
const pods = fc.array(pod, { minLength: 1, maxLength: 60 });

/** Puts the pods on the nodes one by one, each on any node that has room; `choose` plays the scheduler. */
function placeAll(nodes: number, all: readonly PodRequest[], choose: (fitting: number) => number): boolean {
    const free = Array.from({ length: nodes }, () => ({ ...NODE }));
    for (const { cpuMilli, memoryMib } of all) {
        const fitting = free.filter(
            (node) => node.pods > 0 && node.cpuMilli >= cpuMilli && node.memoryMib >= memoryMib,
        );
        const node = fitting[choose(fitting.length)];
        if (node === undefined) return false;
        Object.assign(node, {
            cpuMilli: node.cpuMilli - cpuMilli,
            memoryMib: node.memoryMib - memoryMib,
            pods: node.pods - 1,
        });
    }
    return true;
}

describe("sizing: pods on nodes", () => {
    const table: [PodRequest, number][] = [
        [{ cpuMilli: 2000, memoryMib: 4096 }, 3],
        [{ cpuMilli: 2000, memoryMib: 8192 }, 3],
        [{ cpuMilli: 100, memoryMib: 16000 }, 1],
        [{ cpuMilli: 8000, memoryMib: 64 }, 0],
        [{ cpuMilli: 0, memoryMib: 0 }, 106],
    ];
    for (const [request, count] of table) {
        it(`holds ${count} pods of ${request.cpuMilli}m and ${request.memoryMib} MiB`, () =>
            assert.equal(podsPerNode(NODE, request), count));
    }

    it("counts equal pods exactly", () => {
        const equal = Array.from({ length: 27 }, () => ({ cpuMilli: 2000, memoryMib: 4096 }));
        assert.equal(nodesForAnyOrder(NODE, equal), 9);
        assert.equal(nodesForAnyOrder(NODE, []), 0);
    });

    it("counts a pod on one node only: what fills the cores of one does not fill the memory of another", () => {
        const node = { cpuMilli: 4000, memoryMib: 16_000, pods: 110 };
        const pods = [
            ...Array.from({ length: 3 }, () => ({ cpuMilli: 1000, memoryMib: 4000 })),
            ...Array.from({ length: 60 }, () => ({ cpuMilli: 100, memoryMib: 400 })),
        ];
        // Two nodes can turn the large pod away, and a third cannot. Cores and memory each by themselves would make it four.
        assert.equal(nodesForAnyOrder(node, pods), 3);
    });

    it("counts no pod against itself: only others can have taken its place", () => {
        const node = { cpuMilli: 4000, memoryMib: 16_000, pods: 110 };
        const small = Array.from({ length: 55 }, () => ({ cpuMilli: 100, memoryMib: 100 }));
        // 3.001 cores turn the large pod away; the small ones have 5.5, which is that once, and all have 6.5, which is that twice.
        assert.equal(nodesForAnyOrder(node, [{ cpuMilli: 1000, memoryMib: 1000 }, ...small]), 2);
    });

    it("has room for all pods, in any order and wherever the scheduler puts them", () => {
        fc.assert(
            fc.property(pods, fc.infiniteStream(fc.nat()), (all, choices) => {
                const choose = (fitting: number) => (fitting === 0 ? 0 : choices.next().value % fitting);
                assert.ok(placeAll(nodesForAnyOrder(NODE, all), all, choose));
            }),
            { numRuns: 300 },
        );
    });

    it("never falls when a pod is added or asks for more", () => {
        fc.assert(
            fc.property(pods, fc.nat(), pod, (all, index, more) => {
                const before = nodesForAnyOrder(NODE, all);
                const raised = all.map((one, at) =>
                    at === index % all.length
                        ? {
                              cpuMilli: Math.max(one.cpuMilli, more.cpuMilli),
                              memoryMib: Math.max(one.memoryMib, more.memoryMib),
                          }
                        : one,
                );
                assert.ok(nodesForAnyOrder(NODE, [...all, more]) >= before);
                assert.ok(nodesForAnyOrder(NODE, raised) >= before);
            }),
        );
    });
});
