import assert from "node:assert/strict";
import fc from "fast-check";
import { busRate } from "./eventbridge";
import { eventLoad } from "./events";
import { kafkaSize } from "./kafka";
import { defaultMode, streamSize } from "./kinesis";
import { seedValues } from "./seed-values";
import { readWorkload } from "./workload";

describe("sizing: events", () => {
    it("counts four for a decision, of 1 KiB each", () =>
        assert.deepEqual(eventLoad(5000), {
            eventsPerSecond: 20_000,
            bytesPerSecond: 20_480_000,
            mbPerSecond: 20.48,
        }));
});

describe("sizing: a Kinesis stream", () => {
    const rates: readonly [number, number, "on-demand" | "provisioned"][] = [
        [1, 1, "on-demand"],
        [250, 2, "on-demand"],
        [976, 4, "on-demand"],
        [977, 5, "provisioned"],
        [5000, 21, "provisioned"],
    ];
    for (const [rate, shards, mode] of rates) {
        it(`has ${shards} shards for ${rate} decisions a second, and by default is ${mode}`, () => {
            const size = streamSize(rate, 1);
            assert.equal(size.shards, shards);
            assert.equal(defaultMode(size), mode);
        });
    }

    it("has more shards when more than two applications share what they read", () => {
        assert.equal(streamSize(5000, 2).shards, 21);
        assert.equal(streamSize(5000, 4).shards, 41);
    });

    it("takes the rate and is read by all, with no shard to spare, whatever the rate", () => {
        fc.assert(
            fc.property(fc.integer({ min: 1, max: 200_000 }), fc.nat({ max: 20 }), (rate, consumers) => {
                const { load, shards } = streamSize(rate, consumers);
                const serves = (count: number) =>
                    count * 1000 >= load.eventsPerSecond &&
                    count >= load.mbPerSecond &&
                    count * 2 >= load.mbPerSecond * consumers;
                assert.ok(serves(shards) && (shards === 1 || !serves(shards - 1)));
            }),
        );
    });
});

describe("sizing: an EventBridge bus", () => {
    it("counts requests that carry ten events, and requests that carry one, against the region's quota", () =>
        assert.deepEqual(busRate(5000, "eu-west-1"), {
            eventsPerSecond: 20_000,
            fullRequestsPerSecond: 2000,
            singleRequestsPerSecond: 20_000,
            quota: 10_000,
        }));

    it("takes the smallest quota for a region that is not listed", () =>
        assert.equal(busRate(1, "eu-south-1").quota, 400));
});

describe("sizing: Express brokers", () => {
    const workload = readWorkload(seedValues());
    const size = (brokerInstanceType: string) =>
        kafkaSize(
            { decisionsPerSecond: 5000, brokersPerZone: 1, brokerInstanceType, zones: 3, retentionHours: 168 },
            workload,
        );

    it("need no disk, and have a throughput that AWS states", () => {
        const { diskGibForRetention, diskGibForCooldown, ...rest } = size("express.m7g.large");
        assert.deepEqual([diskGibForRetention, diskGibForCooldown], [0, 0]);
        assert.deepEqual([rest.ingressMbPerBroker, rest.sustainedIngressMb], [7, 15.6]);
        assert.equal(rest.recommendedPartitions, 1000);
    });

    it("carry the topics that Standard brokers carry", () => {
        assert.deepEqual(size("express.m7g.large").topics, size("kafka.m7g.large").topics);
    });

    it("are not needed for the partitions alone: the smallest Standard type carries them too", () => {
        const { partitionsPerBroker, recommendedPartitions } = size("kafka.t3.small");
        assert.deepEqual([partitionsPerBroker, recommendedPartitions], [90, 300]);
    });
});
