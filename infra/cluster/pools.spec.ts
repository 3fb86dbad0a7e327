import assert from "node:assert/strict";
import { nodePoolPlans } from "./pools";

const ZONES = ["eu-west-1a", "eu-west-1b"];
const SUBNETS = ZONES.map((zone) => ({ zone, id: `subnet-${zone}`, cidr: "10.64.0.0/19" }));
const SIZE = { diskGb: 80, minPerGroup: 1, maxPerGroup: 7, podsPerNode: 3 } as const;

describe("nodePoolPlans", () => {
    it("puts a group per zone into the zone's subnet, labelled and tainted by the pool's name", () => {
        const groups = ZONES.map((zone) => ({ key: zone, zones: [zone] }));
        assert.deepEqual(nodePoolPlans([{ ...SIZE, pool: "api", instanceType: "m7i.2xlarge", groups }], SUBNETS), [
            {
                name: "api",
                instanceType: "m7i.2xlarge",
                diskGb: 80,
                labels: { "kaireon.ai/tier": "api" },
                taint: { key: "kaireon.ai/tier", value: "api" },
                groups: ZONES.map((zone) => ({ key: zone, subnetIds: [`subnet-${zone}`], minSize: 1, maxSize: 7 })),
            },
        ]);
    });

    it("lets a group over all zones into every subnet and taints no general nodes", () => {
        const groups = [{ key: "all", zones: ZONES }];
        const [general] = nodePoolPlans([{ ...SIZE, pool: "general", instanceType: "m7i.xlarge", groups }], SUBNETS);
        assert.equal(general?.taint, undefined);
        assert.deepEqual(general?.labels, { "kaireon.ai/tier": "general" });
        assert.deepEqual(general?.groups[0]?.subnetIds, ["subnet-eu-west-1a", "subnet-eu-west-1b"]);
    });
});
