import assert from "node:assert/strict";
import fc from "fast-check";
import { instanceType } from "../facts/ec2-instance-types";
import { roomForPods } from "./node-capacity";
import { type NodeChoices, nodePools, type PoolSize } from "./nodes";
import { podsPerNode } from "./packing";
import { seedValues } from "./seed-values";
import { type Pool, readWorkload, type TierWorkload, type Workload } from "./workload";

const ZONES = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];
const CHOICES: NodeChoices = {
    surviveZoneLoss: true,
    api: { instanceType: "m7i.2xlarge", diskGb: 100 },
    worker: { instanceType: "m7i.2xlarge", diskGb: 100 },
    ml: { instanceType: "m7i.4xlarge", diskGb: 200 },
    general: { instanceType: "m7i.xlarge", diskGb: 100 },
};

const bounds = (pools: readonly PoolSize[]) =>
    pools.map((pool) => [pool.pool, pool.groups.map(({ key }) => key), pool.minPerGroup, pool.maxPerGroup]);

/** Read once: the properties below ask for it hundreds of times. */
let large: Workload | undefined;

function withTier(name: string, change: Partial<TierWorkload>): Workload {
    large ??= readWorkload(seedValues());
    const workload = large;
    return { ...workload, tiers: workload.tiers.map((tier) => (tier.tier === name ? { ...tier, ...change } : tier)) };
}

function poolOf(workload: Workload, pool: Pool, choices = CHOICES): PoolSize {
    const found = nodePools(workload, choices, ZONES).pools.find((size) => size.pool === pool);
    assert.ok(found);
    return found;
}

const tierChange = fc
    .record({
        minReplicas: fc.integer({ min: 0, max: 40 }),
        growth: fc.integer({ min: 0, max: 60 }),
        minSurge: fc.integer({ min: 0, max: 10 }),
        moreSurge: fc.integer({ min: 0, max: 10 }),
        cpuMilli: fc.integer({ min: 100, max: 4000 }),
        memoryMib: fc.integer({ min: 64, max: 16000 }),
    })
    .map(({ growth, moreSurge, ...rest }) => ({
        ...rest,
        maxReplicas: rest.minReplicas + growth,
        maxSurge: rest.minSurge + moreSurge,
    }));

/** Pods in each zone when every one goes where the fewest are, as a spread with `DoNotSchedule` and a skew of 1 makes it. */
function spread(pods: number, zones: number): readonly number[] {
    const counts = Array.from({ length: zones }, () => 0);
    for (let pod = 0; pod < pods; pod += 1) {
        const emptiest = counts.indexOf(Math.min(...counts));
        counts[emptiest] = (counts[emptiest] ?? 0) + 1;
    }
    return counts;
}

describe("sizing: node groups", () => {
    it("sizes the large overlay", () => {
        const { pools, problems } = nodePools(readWorkload(seedValues()), CHOICES, ZONES);
        assert.deepEqual(problems, []);
        assert.deepEqual(bounds(pools), [
            ["api", ZONES, 1, 9],
            ["worker", ["all"], 3, 11],
            ["ml", ["all"], 2, 2],
            ["general", ["all"], 2, 2],
        ]);
    });

    it("raises only the api groups' maximum when the api's maximum goes from 50 to 80", () => {
        const { pools } = nodePools(withTier("api", { maxReplicas: 80 }), CHOICES, ZONES);
        assert.deepEqual(bounds(pools), [
            ["api", ZONES, 1, 14],
            ["worker", ["all"], 3, 11],
            ["ml", ["all"], 2, 2],
            ["general", ["all"], 2, 2],
        ]);
    });

    it("has no node to spare where the loss of a zone need not be survived", () => {
        const { pools } = nodePools(readWorkload(seedValues()), { ...CHOICES, surviveZoneLoss: false }, ZONES);
        assert.deepEqual(bounds(pools), [
            ["api", ZONES, 1, 7],
            ["worker", ["all"], 2, 11],
            ["ml", ["all"], 1, 2],
            ["general", ["all"], 1, 1],
        ]);
    });

    it("fits a tier of single pods on the smallest nodes, one in each zone for the api", () => {
        const node = { instanceType: "t3.medium", diskGb: 20 };
        const one = { minReplicas: 1, maxReplicas: 1, minSurge: 1, maxSurge: 1, cpuMilli: 500, memoryMib: 1024 };
        const workload = readWorkload(seedValues());
        const small = { ...workload, tiers: workload.tiers.map((tier) => ({ ...tier, ...one })) };
        const choices = { api: node, worker: node, ml: node, general: node, surviveZoneLoss: false };
        const { pools, problems } = nodePools(small, choices, ZONES);
        assert.deepEqual(problems, []);
        assert.deepEqual(bounds(pools.filter(({ pool }) => pool !== "general")), [
            ["api", ZONES, 1, 1],
            ["worker", ["all"], 1, 1],
            ["ml", ["all"], 1, 1],
        ]);
    });

    it("leaves out a pool whose tiers are all off, and never the general one", () => {
        const workload = readWorkload(seedValues());
        const off = { ...workload, tiers: workload.tiers.map((tier) => ({ ...tier, enabled: false })) };
        assert.deepEqual(
            nodePools(off, CHOICES, ZONES).pools.map(({ pool }) => pool),
            ["general"],
        );
    });

    it("gives a tier a group in each zone when its spread is strict", () =>
        assert.deepEqual(
            poolOf(withTier("worker", { zoneStrict: true }), "worker").groups.map(({ key }) => key),
            ZONES,
        ));

    it("makes room for the optional tiers in the general pool", () => {
        const general = poolOf(
            readWorkload(
                seedValues({
                    stream: { enabled: true },
                    config: { FLOW_STREAMING_ENABLED: "true" },
                    mcp: { dedicated: true },
                }),
            ),
            "general",
        );
        assert.ok(general.maxPerGroup > poolOf(readWorkload(seedValues()), "general").maxPerGroup);
    });

    it("says which pod is larger than the node, and by what", () => {
        const small = { ...CHOICES, api: { instanceType: "m7i.large", diskGb: 100 } };
        const { pools, problems } = nodePools(readWorkload(seedValues()), small, ZONES);
        assert.deepEqual(
            problems.map((found) => ({ ...found, tier: found.kind === "podTooLarge" ? found.tier.tier : undefined })),
            [
                {
                    kind: "podTooLarge",
                    pool: "api",
                    tier: "api",
                    instanceType: "m7i.large",
                    room: { cpuMilli: 1750, memoryMib: 6783, pods: 106 },
                },
            ],
        );
        assert.equal(pools.length, 3);
    });

    it("says which type it does not know", () => {
        const odd = { ...CHOICES, ml: { instanceType: "p5.48xlarge", diskGb: 100 } };
        assert.deepEqual(nodePools(readWorkload(seedValues()), odd, ZONES).problems, [
            { kind: "unknownInstanceType", pool: "ml", instanceType: "p5.48xlarge" },
        ]);
    });

    it("holds a strict tier's maximum in each zone at every step of an update, with all zones and with one lost", () => {
        fc.assert(
            fc.property(tierChange, fc.nat(), (change, step) => {
                const api = poolOf(withTier("api", change), "api");
                const most = change.maxReplicas + change.maxSurge;
                const renewed = step % (most + 1);
                for (const zones of [3, 2]) {
                    const old = spread(most - renewed, zones);
                    // The revisions are spread apart from each other: the worst is that both begin in the same zone.
                    spread(renewed, zones).forEach((pods, zone) => {
                        assert.ok(pods + (old[zone] ?? 0) <= api.maxPerGroup * perNode("api", change));
                    });
                }
            }),
        );
    });

    it("holds a strict tier's minimum with one zone lost, and its surge with none lost, on the nodes that always run", () => {
        fc.assert(
            fc.property(tierChange, (change) => {
                const room = poolOf(withTier("api", change), "api").minPerGroup * perNode("api", change);
                for (const pods of spread(change.minReplicas, 2)) assert.ok(pods <= room);
                for (const pods of spread(change.minReplicas + change.minSurge, 3)) assert.ok(pods <= room);
            }),
        );
    });

    it("holds a spanning tier's minimum without the fullest zone's nodes", () => {
        fc.assert(
            fc.property(tierChange, (change) => {
                const { minPerGroup, maxPerGroup } = poolOf(withTier("worker", change), "worker");
                const left = minPerGroup - Math.ceil(minPerGroup / 3);
                assert.ok(left * perNode("worker", change) >= change.minReplicas);
                assert.ok(maxPerGroup * perNode("worker", change) >= change.maxReplicas + change.maxSurge);
                assert.ok(minPerGroup <= maxPerGroup);
            }),
        );
    });

    it("still holds minimum and maximum while all zones live when it need not survive the loss of one, on no more nodes", () => {
        fc.assert(
            fc.property(tierChange, fc.constantFrom("api", "worker"), (change, name) => {
                const workload = withTier(name, change);
                const spare = poolOf(workload, name);
                const plain = poolOf(workload, name, { ...CHOICES, surviveZoneLoss: false });
                const zones = plain.groups.length;
                const onMinimum = plain.minPerGroup * perNode(name, change);
                for (const pods of spread(change.minReplicas, zones)) assert.ok(pods <= onMinimum);
                const onMaximum = plain.maxPerGroup * perNode(name, change);
                for (const pods of spread(change.maxReplicas + change.maxSurge, zones)) assert.ok(pods <= onMaximum);
                assert.ok(plain.minPerGroup <= plain.maxPerGroup);
                assert.ok(plain.minPerGroup <= spare.minPerGroup && plain.maxPerGroup <= spare.maxPerGroup);
            }),
        );
    });

    it("never falls when replicas or requests rise", () => {
        fc.assert(
            fc.property(tierChange, fc.constantFrom("maxReplicas", "cpuMilli", "memoryMib"), (change, field) => {
                const more = { ...change, [field]: Math.ceil(change[field] * 1.2) };
                for (const name of ["api", "worker"] as const) {
                    const before = poolOf(withTier(name, change), name);
                    const after = poolOf(withTier(name, more), name);
                    assert.ok(after.maxPerGroup >= before.maxPerGroup);
                }
            }),
        );
    });
});

function perNode(pool: Pool, change: { readonly cpuMilli: number; readonly memoryMib: number }): number {
    const type = instanceType(CHOICES[pool].instanceType);
    assert.ok(type);
    return podsPerNode(roomForPods(type), change);
}
