import assert from "node:assert/strict";
import { numbersIn } from "./numbers";

describe("the numbers of a tree", () => {
    it("are there under their paths, whichever way they are written", () => {
        const tree = {
            shards: 3,
            ratio: "0.5",
            on: true,
            name: "redis",
            resources: { limits: { cpu: "1500m", memory: "2Gi" } },
            pools: [{ pool: "api", max: 9 }, { max: 2 }],
            cidr: "10.64.0.0/16",
        };
        assert.deepEqual(Object.fromEntries(numbersIn(tree)), {
            shards: 3,
            ratio: 0.5,
            "resources.limits.cpu": 1500,
            "resources.limits.memory": 2048,
            "pools.api.max": 9,
            "pools.1.max": 2,
        });
    });

    it("are in the order of the sizes for types of instances", () => {
        const types = ["cache.t4g.micro", "t3.small.search", "db.t4g.medium", "kafka.m7g.large", "m7i.xlarge"];
        const sizes = [...types, "db.r7g.2xlarge", "m7i.16xlarge"].map((instanceType) =>
            numbersIn({ instanceType }).get("instanceType"),
        );
        assert.deepEqual(sizes, [1, 2, 3, 4, 5, 8, 22]);
    });
});
