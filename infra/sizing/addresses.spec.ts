import assert from "node:assert/strict";
import fc from "fast-check";
import { INTERFACE_ENDPOINTS as ENDPOINTS } from "../network/vpc-endpoints";
import { type AddressDemand, subnetNeed } from "./addresses";
import type { PoolSize } from "./nodes";
import { INTERFACE_ENDPOINTS } from "./platform";

const DEMAND: AddressDemand = {
    zones: 3,
    interfaceEndpoints: 16,
    internalLoadBalancer: false,
    auroraInstances: 3,
    redisNodes: 9,
    searchDataNodes: 3,
    searchMasters: 3,
    brokersPerZone: 1,
};
const pool = (maxPerGroup: number, podsPerNode: number, perZone: boolean): PoolSize => ({
    pool: "api",
    instanceType: "m7i.2xlarge",
    diskGb: 100,
    groups: perZone ? ["a", "b", "c"].map((key) => ({ key, zones: [key] })) : [{ key: "all", zones: ["a", "b", "c"] }],
    minPerGroup: 1,
    maxPerGroup,
    podsPerNode,
});

describe("sizing: addresses", () => {
    it("counts a block for each node, each of its prefixes, and every single address", () => {
        // 9 nodes and 2 of an update; 3 pods and the EBS driver's need one prefix, one more is kept warm.
        const blocks = (9 + 2) * (1 + 2) + 16 + 16;
        assert.equal(subnetNeed([pool(9, 3, true)], DEMAND).private, blocks * 16);
    });

    it("counts the nodes of a spanning group in the two zones that are left", () => {
        const blocks = (6 + 2) * (1 + 2) + 16 + 16;
        assert.equal(subnetNeed([pool(11, 3, false)], DEMAND).private, blocks * 16);
    });

    it("puts the load balancer where its scheme says", () => {
        const inside = subnetNeed([], { ...DEMAND, internalLoadBalancer: true });
        const outside = subnetNeed([], DEMAND);
        assert.equal(outside.public, 35);
        assert.equal(inside.public, 1);
        assert.equal(inside.private - outside.private, 34 * 16);
    });

    it("counts twice what is replaced when it changes, and OpenSearch three times", () =>
        assert.equal(subnetNeed([], DEMAND).data, 2 * 1 + 2 * 3 + 3 * 1 + 3 * 1 + 1));

    it("has room for the interface endpoints that the network makes", () =>
        assert.ok(ENDPOINTS.length <= INTERFACE_ENDPOINTS));

    it("leaves the prefixes their blocks wherever single addresses fall", () => {
        const pools = fc.array(
            fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 100 }), fc.boolean()),
            {
                maxLength: 4,
            },
        );
        fc.assert(
            fc.property(pools, fc.infiniteStream(fc.nat()), (sizes, choices) => {
                const all = sizes.map(([nodes, pods, perZone]) => pool(nodes, pods, perZone));
                const blocks = subnetNeed(all, DEMAND).private / 16;
                const nodes = all.map(
                    (size) => (size.groups.length > 1 ? size.maxPerGroup : Math.ceil(size.maxPerGroup / 2)) + 2,
                );
                const prefixes = all.reduce(
                    (sum, size, index) => sum + (nodes[index] ?? 0) * (Math.ceil((size.podsPerNode + 1) / 16) + 1),
                    0,
                );
                const singles = nodes.reduce((sum, count) => sum + count, 0) + 16 + 16;
                const spoilt = new Set(Array.from({ length: singles }, () => choices.next().value % blocks));
                assert.ok(blocks - spoilt.size >= prefixes);
            }),
        );
    });
});
