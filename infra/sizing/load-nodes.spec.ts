import assert from "node:assert/strict";
import { subnetNeed } from "./addresses";
import { loadNodes } from "./load-nodes";

const ZONES = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];
const CHOICE = { instanceType: "m7i.xlarge", diskGb: 50, maxNodes: 10 };

describe("the load's nodes", () => {
    it("are none unless they are asked for", () => {
        assert.deepEqual(loadNodes(undefined, ZONES), { pools: [], problems: [] });
    });

    it("are one group over all zones that may be empty and grows to the maximum that is asked for", () => {
        assert.deepEqual(loadNodes(CHOICE, ZONES), {
            pools: [
                {
                    pool: "load",
                    instanceType: "m7i.xlarge",
                    diskGb: 50,
                    groups: [{ key: "all", zones: ZONES }],
                    minPerGroup: 0,
                    maxPerGroup: 10,
                    podsPerNode: 2,
                },
            ],
            problems: [],
        });
    });

    it("count in the addresses that the private subnets must have", () => {
        const demand = {
            zones: 3,
            interfaceEndpoints: 0,
            internalLoadBalancer: false,
            auroraInstances: 0,
            redisNodes: 0,
            searchDataNodes: 0,
            searchMasters: 0,
            brokersPerZone: 0,
        };
        const need = (maxNodes: number) => subnetNeed(loadNodes({ ...CHOICE, maxNodes }, ZONES).pools, demand).private;
        // Four nodes more, two of them in each zone when the third is lost; a node has its own address and two prefixes for pods.
        assert.equal(need(14) - need(10), 2 * 3 * 16);
    });

    it("are refused where nothing is known of their type", () => {
        assert.deepEqual(loadNodes({ ...CHOICE, instanceType: "x9.huge" }, ZONES), {
            pools: [],
            problems: [{ kind: "unknownInstanceType", pool: "load", instanceType: "x9.huge" }],
        });
    });
});
