import assert from "node:assert/strict";
import * as fc from "fast-check";
import { maxConnections } from "../../infra/facts/aurora-postgresql";
import { INSTANCE_TYPES, instanceType } from "../../infra/facts/ec2-instance-types";
import { maxmemoryBytes } from "../../infra/facts/elasticache";
import { BROKER_TYPES, EXPRESS_BROKER_TYPES, recommendedPartitions } from "../../infra/facts/msk";
import { allocatable, roomForPods } from "../../infra/sizing/node-capacity";
import { nodesForAnyOrder, podsPerNode } from "../../infra/sizing/packing";
import { nodeSettings } from "../../policy/capacity/node-room";
import * as audit from "../../policy/capacity/packing";
import { nodeType } from "../../policy/facts/node-types";
import { auroraConnections, brokerPartitions, cacheMemory } from "../../policy/facts/stores";

const cpu = fc.integer({ min: 0, max: 4000 });
const memory = fc.integer({ min: 0, max: 16_384 });

describe("the pack's arithmetic and the sizing's, each written by itself", () => {
    it("know what a node of every type that can be chosen gives to pods", () => {
        for (const name of INSTANCE_TYPES) {
            const [chosen, known] = [instanceType(name), nodeType(name)];
            assert.ok(chosen !== undefined && known !== undefined, name);
            const { cpuMilli, memoryMib, pods } = allocatable(chosen);
            assert.deepEqual(
                [name, known.cpuMillis, known.memoryMib, known.podsWithPrefixes],
                [name, cpuMilli, memoryMib, pods],
            );
        }
    });

    it("take the same daemon sets off it", () => {
        const chosen = instanceType("m7i.2xlarge");
        assert.ok(chosen);
        const [all, left] = [allocatable(chosen), roomForPods(chosen)];
        assert.deepEqual(
            [
                nodeSettings.daemonCpuMillis.default,
                nodeSettings.daemonMemoryMib.default,
                nodeSettings.daemonPods.default,
            ],
            [all.cpuMilli - left.cpuMilli, all.memoryMib - left.memoryMib, all.pods - left.pods],
        );
    });

    it("count the same nodes for the same pods", () => {
        const node = { cpuMillis: 7730, memoryMib: 29_197, pods: 106 };
        const room = { cpuMilli: node.cpuMillis, memoryMib: node.memoryMib, pods: node.pods };
        fc.assert(
            fc.property(fc.array(fc.record({ cpuMillis: cpu, memoryMib: memory }), { maxLength: 60 }), (pods) => {
                const same = pods.map(({ cpuMillis, memoryMib }) => ({ cpuMilli: cpuMillis, memoryMib }));
                assert.equal(audit.nodesFor(node, pods), nodesForAnyOrder(room, same));
                for (const [index, pod] of pods.entries())
                    assert.equal(
                        audit.podsPerNode(node, pod),
                        podsPerNode(room, same[index] ?? { cpuMilli: 0, memoryMib: 0 }),
                    );
            }),
        );
    });

    it("know the same limits of the stores", () => {
        for (const size of ["large", "xlarge", "2xlarge", "4xlarge", "8xlarge", "12xlarge", "16xlarge"])
            for (const family of ["r6g", "r7g", "r8g"]) {
                const name = `db.${family}.${size}`;
                assert.equal(auroraConnections(name), maxConnections(name), name);
            }
        for (const name of ["cache.r7g.large", "cache.r7g.xlarge", "cache.m7g.large", "cache.r6g.4xlarge"])
            assert.equal(cacheMemory(name), maxmemoryBytes(name), name);
        for (const name of [...BROKER_TYPES, ...EXPRESS_BROKER_TYPES])
            assert.equal(brokerPartitions(name), recommendedPartitions(name), name);
    });
});
