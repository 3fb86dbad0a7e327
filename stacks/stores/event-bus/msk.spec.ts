import assert from "node:assert/strict";
import { type Change, loadChanged, refusalOf } from "../../config/changed-stack.fixture";
import { recordBus } from "./built-bus.fixture";
import { runsOnExpress } from "./msk-checks";

const EXPRESS: Change = { "kafka.brokerInstanceType": "express.m7g.large" };

const warnings = (change: Change) => loadChanged(change).warnings.filter((text) => text.includes("kaireon:kafka."));

describe("MSK with Express brokers", () => {
    it("takes the target rate of large with the smallest type, and needs no word on disks", () =>
        assert.deepEqual(warnings(EXPRESS), []));

    const refused: readonly [string, Change, readonly string[]][] = [
        [
            "a disk",
            { "kafka.volumeGb": 600, "kafka.maxVolumeGb": 2400 },
            [
                "kaireon:kafka.volumeGb is 600; MSK keeps the data of Express brokers (express.m7g.large) by itself. Remove it.",
                "kaireon:kafka.maxVolumeGb is 2400; MSK keeps the data of Express brokers (express.m7g.large) by itself. Remove it.",
            ],
        ],
        [
            "a type that does not exist",
            { "kafka.brokerInstanceType": "express.m7g.small" },
            [
                "kaireon:kafka.brokerInstanceType is express.m7g.small; MSK has no such type of Express broker. Take express.m7g.large, express.m7g.xlarge, express.m7g.2xlarge, express.m7g.4xlarge, express.m7g.8xlarge, express.m7g.12xlarge or express.m7g.16xlarge.",
            ],
        ],
        [
            "a version of Kafka that they do not run",
            { "kafka.kafkaVersion": "3.7.x" },
            [
                "kaireon:kafka.kafkaVersion is 3.7.x; Express brokers run 3.6, 3.8, 3.9, with KRaft from 3.9. Take 3.9.x.kraft.",
            ],
        ],
        [
            "KRaft before they had it",
            { "kafka.kafkaVersion": "3.8.x.kraft" },
            [
                "kaireon:kafka.kafkaVersion is 3.8.x.kraft; Express brokers run 3.6, 3.8, 3.9, with KRaft from 3.9. Take 3.9.x.kraft.",
            ],
        ],
        [
            "more than they take before they throttle",
            { "target.decisionsPerSecond": 12000 },
            [
                "kaireon:kafka.brokerInstanceType is express.m7g.large; 12000 decisions a second write 17 MB a second to each broker, and MSK throttles above 15.6. Raise kaireon:kafka.brokersPerZone or take a larger type.",
            ],
        ],
    ];
    for (const [what, change, messages] of refused) {
        it(`refuses ${what}`, () => assert.deepEqual(refusalOf({ ...EXPRESS, ...change }), messages));
    }

    it("says that it does not know whether they run a version that is newer than its list", () =>
        assert.deepEqual(warnings({ ...EXPRESS, "kafka.kafkaVersion": "4.1.x.kraft" }), [
            "kaireon:kafka.kafkaVersion is 4.1.x.kraft; it is not in this program's list of versions of Express brokers. Check that AWS offers it.",
        ]));

    const versions: readonly [string, boolean | undefined][] = [
        ["3.5.1", false],
        ["3.6.0", true],
        ["3.7.x.kraft", false],
        ["3.8.x", true],
        ["3.9.x", true],
        ["3.9.x.kraft", true],
        ["3.10.x.kraft", undefined],
        ["4.0.x.kraft", undefined],
    ];
    for (const [version, runs] of versions) {
        it(`knows whether they run ${version}`, () => assert.equal(runsOnExpress(version), runs));
    }
});

describe("MSK's volumes", () => {
    const storage = async (change: Change) =>
        (await recordBus(change)).inputs("aws:msk/cluster:Cluster", "kafka")["brokerNodeGroupInfo"];
    const VOLUME = (volumeSize: number) => ({ storageInfo: { ebsStorageInfo: { volumeSize } } });

    it("are of Standard brokers alone, by default of 600 GiB", async () => {
        const subnets = { clientSubnets: ["subnet-a", "subnet-b", "subnet-c"], securityGroups: ["kafka-access-id"] };
        const standard = { instanceType: "kafka.m7g.large", ...subnets };
        assert.deepEqual(await storage({}), { ...standard, ...VOLUME(600) });
        assert.deepEqual(await storage({ "kafka.volumeGb": 800 }), { ...standard, ...VOLUME(800) });
        assert.deepEqual(await storage(EXPRESS), { instanceType: "express.m7g.large", ...subnets });
    });
});

describe("MSK with burstable brokers", () => {
    const TRIAL: Change = { "kafka.brokerInstanceType": "kafka.t3.small" };
    const SLOW =
        "kaireon:kafka.brokerInstanceType is kafka.t3.small; a broker of it takes 4 new connections a second with IAM, so that pods connect slowly after a rollout. Take kafka.m7g.large or a larger type for more than a trial.";

    it("is accepted, and said to be slow with IAM", () => assert.deepEqual(warnings(TRIAL), [SLOW]));

    it("is not slow with a password", () =>
        assert.deepEqual(warnings({ ...TRIAL, "kafka.authentication": "scram" }), []));
});
