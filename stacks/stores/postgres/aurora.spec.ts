import assert from "node:assert/strict";
import { loadChanged, refusalOf } from "../../config/changed-stack.fixture";

const pooler = (change: object = {}) => ({ values: { postgres: { pooler: { enabled: true, ...change } } } });
const LOCKS =
    "postgres.pooler.enabled is true; an advisory lock of a session does not hold through it, and of which kind the flow scheduler's is, is not documented. See that no flow runs twice, and give Prisma's db push the database itself.";

describe("Aurora", () => {
    it("takes the classes of a trial, whose connections are known", () => {
        for (const [instanceClass, limit] of [
            ["db.t4g.medium", 405],
            ["db.t4g.large", 844],
            ["db.r7g.large", 1722],
        ] as const) {
            const { size, warnings } = loadChanged({ postgres: { instanceClass, poolSizePerPod: 2 } });
            assert.equal(size.connections.maxConnections, limit);
            assert.deepEqual(warnings, []);
        }
    });

    it("takes either storage", () => {
        assert.equal(loadChanged({}).postgres.storage, "standard");
        assert.equal(loadChanged({ postgres: { storage: "ioOptimized" } }).postgres.storage, "ioOptimized");
        assert.deepEqual(refusalOf({ postgres: { storage: "aurora-iopt1" } }), [
            "kaireon:postgres.storage is aurora-iopt1; it must be standard or ioOptimized. Correct kaireon:postgres.storage.",
        ]);
    });

    for (const snapshot of [
        "before-the-move",
        "rds:kaireon-large-postgres-2026-11-01-02-05",
        "arn:aws:rds:eu-west-1:123456789012:cluster-snapshot:before-the-move",
        "arn:aws-us-gov:rds:us-gov-west-1:123456789012:snapshot:before-the-move",
    ]) {
        it(`says what the snapshot ${snapshot} does and does not`, () =>
            assert.deepEqual(loadChanged({ postgres: { snapshotIdentifier: snapshot } }).warnings, [
                `kaireon:postgres.snapshotIdentifier is ${snapshot}; it makes the database where there is none yet and changes none that is there; pods will look for kaireon in it. Set kaireon:postgres.databaseName to the snapshot's, and leave both as they are afterwards.`,
            ]));
    }

    it("refuses what is no snapshot", () =>
        assert.deepEqual(refusalOf({ postgres: { snapshotIdentifier: "s3://backups/kaireon.dump" } }), [
            "kaireon:postgres.snapshotIdentifier is s3://backups/kaireon.dump; it is no name and no ARN of a snapshot. Take the name or the ARN that RDS shows.",
        ]));
});

describe("the pooler's arithmetic", () => {
    it("lets a class serve more pods than it has connections for, and says what does not hold through it", () => {
        const small = { instanceClass: "db.r7g.large", poolSizePerPod: 20 };
        assert.deepEqual(loadChanged({ postgres: small, ...pooler() }).warnings, [LOCKS]);
    });

    it("counts each PgBouncer, and the one of an update", () =>
        assert.deepEqual(
            refusalOf({ postgres: { instanceClass: "db.t4g.medium" }, ...pooler({ defaultPoolSize: 150 }) }),
            [
                "postgres.pooler.defaultPoolSize is 150; 4 PgBouncers in the middle of an update would open 600 connections and db.t4g.medium gives 402. Set it to 100 or less, or take a larger kaireon:postgres.instanceClass.",
            ],
        ));

    it("leaves a fifth for the alarm", () =>
        assert.deepEqual(
            loadChanged({ postgres: { instanceClass: "db.t4g.medium" }, ...pooler({ defaultPoolSize: 90 }) }).warnings,
            [
                "postgres.pooler.defaultPoolSize is 90; 4 PgBouncers in the middle of an update would open 360 of the 402 connections of db.t4g.medium. Set it to 80 or less for a fifth of headroom.",
                LOCKS,
            ],
        ));

    it("has one PgBouncer take all pods, as nothing spreads them", () =>
        assert.deepEqual(refusalOf(pooler({ maxClientConnections: 1000 })), [
            "postgres.pooler.maxClientConnections is 1000; 99 pods at their maximum may open 1980 connections, to the writer and the readers, and all of them to one PgBouncer. Set it to 1980 or more in kaireon:values, or lower kaireon:postgres.poolSizePerPod.",
        ]));

    it("has no pool size to offer where the class has fewer connections than pods", () =>
        assert.deepEqual(
            refusalOf({
                postgres: { instanceClass: "db.t4g.medium" },
                values: { worker: { keda: { maxReplicas: 400 } } },
            }).filter((line) => line.includes("poolSizePerPod")),
            [
                "kaireon:postgres.poolSizePerPod is 10; 469 pods at their maximum would open 4690 connections and db.t4g.medium gives 402. Take a larger kaireon:postgres.instanceClass, or turn on postgres.pooler in kaireon:values.",
            ],
        ));
});
