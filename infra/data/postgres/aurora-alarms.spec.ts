import assert from "node:assert/strict";
import { auroraAlarms, memoryGib } from "./aurora-alarms";

describe("alarms of the database", () => {
    for (const [instanceClass, gib] of [
        ["db.r7g.large", 16],
        ["db.r7g.xlarge", 32],
        ["db.r8g.2xlarge", 64],
        ["db.r6i.32xlarge", 1024],
        ["db.x2g.large", 32],
        ["db.t4g.medium", 4],
        ["db.t4g.large", 8],
        ["db.serverless", undefined],
    ] as const) {
        it(`take ${instanceClass} to have ${gib} GiB`, () => assert.equal(memoryGib(instanceClass), gib));
    }

    it("ring at 80 % of the connections and 5 % of the memory of the class", () => {
        const rows = auroraAlarms({ clusterIdentifier: "db", instanceClass: "db.r7g.large", maxConnections: 1722 });
        const threshold = (key: string) => rows.find((row) => row.key === key)?.threshold;
        assert.equal(threshold("connections"), 1377);
        assert.equal(threshold("memory"), 858_993_459);
    });

    it("watch the cluster, so that readers come and go without them", () => {
        const rows = auroraAlarms({ clusterIdentifier: "db", instanceClass: "db.r7g.large", maxConnections: 1722 });
        for (const { series } of rows) {
            assert.deepEqual(
                series.map(({ dimensions }) => dimensions),
                [{ DBClusterIdentifier: "db" }],
            );
        }
    });
});
