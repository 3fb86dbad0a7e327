import assert from "node:assert/strict";
import fc from "fast-check";
import { kafkaSize } from "./kafka";
import { redisSize } from "./redis";
import { seedValues } from "./seed-values";
import { readWorkload } from "./workload";
import { exceedsTableQuota, warmThroughput, writeUnits } from "./write-units";

const workload = readWorkload(seedValues());
const kafka = (decisionsPerSecond: number, brokersPerZone = 1) =>
    kafkaSize(
        { decisionsPerSecond, brokersPerZone, brokerInstanceType: "kafka.m7g.large", zones: 3, retentionHours: 24 },
        workload,
    );

describe("sizing: write units", () => {
    const rates: [number, number][] = [
        [100, 4000],
        [2000, 4000],
        [2001, 4002],
        [5000, 10000],
        [20000, 40000],
    ];
    for (const [rate, units] of rates) {
        it(`warms the table to ${units} writes for ${rate} decisions a second`, () =>
            assert.equal(warmThroughput(rate).writeUnitsPerSecond, units));
    }

    it("writes twice for a decision, and twice as much for rows above one KB", () => {
        assert.equal(writeUnits(5000), 10000);
        assert.equal(writeUnits(5000, 1.5), 20000);
    });

    it("never goes below what a new table has, and never falls with the rate", () => {
        fc.assert(
            fc.property(fc.integer({ min: 1, max: 200000 }), fc.nat({ max: 10000 }), (rate, more) => {
                const { readUnitsPerSecond, writeUnitsPerSecond } = warmThroughput(rate);
                assert.ok(readUnitsPerSecond >= 12000 && writeUnitsPerSecond >= 4000);
                assert.ok(warmThroughput(rate + more).writeUnitsPerSecond >= writeUnitsPerSecond);
            }),
        );
    });

    it("flags a rate beyond an account's first quota", () => {
        assert.equal(exceedsTableQuota(20000), false);
        assert.equal(exceedsTableQuota(20001), true);
    });
});

describe("sizing: topics and brokers", () => {
    it("sizes the large target", () =>
        assert.deepEqual(kafka(5000), {
            topics: [
                { name: "interaction.recorded.v1", partitions: 30, replicationFactor: 3 },
                { name: "decision.made.v1", partitions: 30, replicationFactor: 3 },
                { name: "outcome.recorded", partitions: 30, replicationFactor: 3 },
            ],
            brokers: 3,
            partitionsPerBroker: 90,
            recommendedPartitions: 1000,
            ingressMbPerBroker: 7,
            sustainedIngressMb: undefined,
            diskGibForRetention: 1939,
            diskGibForCooldown: 485,
        }));

    it("gives a busy topic a partition for each thousand events a second", () =>
        assert.deepEqual(
            kafka(30000).topics.map(({ partitions }) => partitions),
            [60, 30, 30],
        ));

    it("spreads partitions evenly, gives each consumer one, and never falls with the rate", () => {
        fc.assert(
            fc.property(
                fc.integer({ min: 1, max: 100000 }),
                fc.nat({ max: 10000 }),
                fc.integer({ min: 1, max: 5 }),
                (rate, more, brokersPerZone) => {
                    const before = kafka(rate, brokersPerZone);
                    const after = kafka(rate + more, brokersPerZone);
                    before.topics.forEach(({ partitions }, index) => {
                        assert.equal(partitions % before.brokers, 0);
                        assert.ok(partitions >= 30 && (after.topics[index]?.partitions ?? 0) >= partitions);
                    });
                    assert.ok(after.diskGibForRetention >= before.diskGibForRetention);
                },
            ),
        );
    });

    it("knows no partitions of a broker type that is not listed", () =>
        assert.equal(
            kafkaSize(
                {
                    decisionsPerSecond: 1,
                    brokersPerZone: 1,
                    brokerInstanceType: "kafka.x",
                    zones: 3,
                    retentionHours: 1,
                },
                workload,
            ).recommendedPartitions,
            undefined,
        ));
});

describe("sizing: redis", () => {
    it("counts nodes and the room for data that snapshots leave", () =>
        assert.deepEqual(redisSize("cache.r7g.xlarge", 3, 2), {
            nodes: 9,
            maxNodes: 90,
            usableBytesPerShard: 21196387276,
            usableBytes: 63589161828,
        }));

    it("takes the figures of r6g from r7g and has none for other families", () => {
        assert.equal(redisSize("cache.r6g.xlarge", 1, 1).usableBytes, redisSize("cache.r7g.xlarge", 1, 1).usableBytes);
        assert.equal(redisSize("cache.c7gn.xlarge", 3, 2).usableBytes, undefined);
    });
});
