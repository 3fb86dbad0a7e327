import assert from "node:assert/strict";
import fc from "fast-check";
import { maxConnections } from "../facts/aurora-postgresql";
import { connectionDemand } from "./connections";
import { nodePools } from "./nodes";
import { seedValues } from "./seed-values";
import { systemPods } from "./system-pods";
import { readWorkload } from "./workload";

const workload = readWorkload(seedValues());
const withPooler = (pooler: object = {}) =>
    readWorkload(seedValues({ postgres: { pooler: { enabled: true, ...pooler } } }));

describe("sizing: database connections", () => {
    it("counts every pod's pool at the maximum, in the middle of a rollout", () =>
        assert.deepEqual(connectionDemand(workload, 10, "db.r7g.2xlarge"), {
            // api 50 + 3, worker 30 + 1, mlWorker 10 + 1, outbox publisher 3 + 1; cron jobs call the API.
            pods: 99,
            openedBy: 99,
            connections: 990,
            // The readers' pools too.
            podConnections: 1980,
            maxConnections: 5000,
            available: 4997,
        }));

    it("counts the pooler's connections in place of the pods', one pod more in an update", () =>
        assert.deepEqual(connectionDemand(withPooler(), 10, "db.r7g.large"), {
            pods: 99,
            openedBy: 4,
            connections: 200,
            podConnections: 1980,
            maxConnections: 1722,
            available: 1719,
        }));

    it("has the pooler open the same whatever the pods do", () => {
        fc.assert(
            fc.property(fc.integer({ min: 1, max: 200 }), (poolSize) => {
                assert.equal(connectionDemand(withPooler(), poolSize, "db.r7g.large").connections, 200);
            }),
        );
    });

    it("counts one pool a pod where there are no readers", () => {
        const alone = readWorkload(seedValues({ postgresExternalReplicas: 0 }));
        assert.equal(connectionDemand(alone, 10, "db.r7g.large").podConnections, 990);
    });

    const classes: [string, number | undefined][] = [
        ["db.r7g.large", 1722],
        ["db.r7g.xlarge", 3479],
        ["db.r8g.large", 1722],
        ["db.r7i.48xlarge", 5000],
        ["db.t4g.medium", 405],
        ["db.serverless", undefined],
        ["db.m5.large", undefined],
    ];
    for (const [name, limit] of classes) {
        it(`knows ${limit} connections of ${name}`, () => assert.equal(maxConnections(name), limit));
    }
});

describe("sizing: the connection pooler", () => {
    const general = (of: typeof workload) => {
        const choice = { instanceType: "m7i.xlarge", diskGb: 100 };
        const nodes = { surviveZoneLoss: true, api: choice, worker: choice, ml: choice, general: choice };
        const { pools } = nodePools(of, nodes, ["a", "b", "c"]);
        return pools.find(({ pool }) => pool === "general");
    };

    it("is read out of the values while it is on", () => {
        assert.equal(workload.pooler, undefined);
        assert.deepEqual(withPooler({ replicas: 5 }).pooler, {
            replicas: 5,
            surge: 1,
            defaultPoolSize: 50,
            maxClientConnections: 5000,
            cpuMilli: 500,
            memoryMib: 256,
        });
    });

    it("runs beside the add-ons, with one pod more in an update", () => {
        const added = systemPods(withPooler({ replicas: 2 }).pooler).slice(systemPods().length);
        assert.deepEqual(
            added,
            Array.from({ length: 3 }, () => ({ cpuMilli: 500, memoryMib: 256 })),
        );
    });

    it("has room on the general nodes, and addresses for its pods", () => {
        const [without, with30] = [general(workload), general(withPooler({ replicas: 30 }))];
        assert.ok(without && with30);
        assert.ok(with30.minPerGroup > without.minPerGroup);
        assert.ok(with30.maxPerGroup > without.maxPerGroup);
        assert.ok(with30.podsPerNode > without.podsPerNode);
    });
});
