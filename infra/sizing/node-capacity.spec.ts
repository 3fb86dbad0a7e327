import assert from "node:assert/strict";
import { INSTANCE_TYPES, instanceType } from "../facts/ec2-instance-types";
import facts from "../facts/ec2-instance-types.json";
import { allocatable, roomForPods } from "./node-capacity";

describe("sizing: what a node can hold", () => {
    const published: [string, { allocatableCpuMilli: number; allocatableMemoryMib: number; maxPodsPrefix: number }][] =
        Object.entries(facts.types).map(([name, row]) => [name, row.published]);
    for (const [name, row] of published) {
        it(`computes the published figures of ${name}`, () => {
            const type = instanceType(name);
            assert.ok(type);
            assert.deepEqual(allocatable(type), {
                cpuMilli: row.allocatableCpuMilli,
                memoryMib: row.allocatableMemoryMib,
                pods: row.maxPodsPrefix,
            });
        });
    }

    it("takes the daemon sets out of it", () => {
        const type = instanceType("m7i.2xlarge");
        assert.ok(type);
        assert.deepEqual(roomForPods(type), { cpuMilli: 7730, memoryMib: 29197, pods: 106 });
    });

    it("knows no type that the facts do not list", () => {
        assert.equal(instanceType("m7i.3xlarge"), undefined);
        assert.equal(instanceType("constructor"), undefined);
        assert.equal(INSTANCE_TYPES.length, 39);
    });
});
