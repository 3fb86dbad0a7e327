import assert from "node:assert/strict";
import { type OfferedNode, type PlacedPod, Placement } from "./autoscaler-fit";
import { nextZone, nodeIn, planGrowth, templateOf } from "./autoscaler-plan";
import type { RegisteredNodeGroup } from "./registered-stack";

const ZONES = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];
const API: RegisteredNodeGroup = {
    name: "nodes-api",
    instanceType: "m7g.2xlarge",
    labels: { "kaireon.ai/tier": "api" },
    taints: [{ key: "kaireon.ai/tier", value: "api", effect: "NO_SCHEDULE" }],
    zones: ZONES,
    minSize: 1,
    maxSize: 9,
};
const PER_ZONE = ZONES.map((zone) => ({ ...API, name: `nodes-api-${zone}`, zones: [zone], maxSize: 3 }));

/** A pod of which a node holds three. */
function pod(name: string, spec: Partial<PlacedPod["spec"]> = {}): PlacedPod {
    return {
        metadata: { name, namespace: "kaireon", labels: { app: "api", revision: "1" } },
        spec: {
            nodeSelector: { "kaireon.ai/tier": "api" },
            tolerations: [{ key: "kaireon.ai/tier", operator: "Equal", value: "api", effect: "NoSchedule" }],
            topologySpreadConstraints: [
                {
                    topologyKey: "topology.kubernetes.io/zone",
                    whenUnsatisfiable: "DoNotSchedule",
                    maxSkew: 1,
                    nodeTaintsPolicy: "Honor",
                    labelSelector: { matchLabels: { app: "api" } },
                    matchLabelKeys: ["revision"],
                },
            ],
            containers: [{ resources: { requests: { cpu: "2", memory: "4Gi" } } }],
            ...spec,
        },
        status: { phase: "Pending" },
    };
}

const pods = (count: number) => Array.from({ length: count }, (_, index) => pod(`pod-${index}`));

function plan(groups: readonly RegisteredNodeGroup[], nodes: readonly OfferedNode[], waiting: readonly PlacedPod[]) {
    const size = (group: RegisteredNodeGroup) =>
        nodes.filter(({ metadata }) => metadata.name.startsWith(group.name.slice(6))).length;
    const states = groups.map((group) => ({ group, size: size(group), template: templateOf(group, nodes) }));
    return planGrowth(new Placement(nodes, []), waiting, states);
}

describe("offline: the autoscaler's plan", () => {
    const oneInEachZone = PER_ZONE.map((group) => nodeIn(group, group.zones[0] ?? "", 0));

    it("adds nothing while the nodes that are there take the pods", () => {
        const { added, expected } = plan(PER_ZONE, oneInEachZone, pods(9));
        assert.deepEqual([[...added], expected.length], [[], 9]);
    });

    it("lets the groups of all zones grow in step", () => {
        const { added, unhelped } = plan(PER_ZONE, oneInEachZone, pods(18));
        assert.deepEqual(
            [...added].sort(),
            PER_ZONE.map(({ name }) => [name, 1]),
        );
        assert.deepEqual(unhelped, []);
    });

    it("stops at a group's maximum and names the pods that are left", () => {
        const { added, unhelped } = plan(PER_ZONE, oneInEachZone, pods(28));
        assert.deepEqual(
            [...added].sort(),
            PER_ZONE.map(({ name }) => [name, 2]),
        );
        assert.deepEqual(unhelped, ["pod-27"]);
    });

    it("takes every node of a group over several zones for one like the first, and so finds no node for the next zone", () => {
        const nodes = ZONES.map((zone, index) => nodeIn(API, zone, index));
        const { added, unhelped } = plan([API], nodes, pods(12));
        assert.deepEqual([...added], [["nodes-api", 1]]);
        assert.deepEqual(unhelped, ["pod-10", "pod-11"]);
    });

    it("does not take the group's next node for one like a node that is cordoned or lost", () => {
        const [first, ...others] = ZONES.map((zone, index) => nodeIn(API, zone, index));
        assert.ok(first);
        const taints = [...(first.spec.taints ?? []), { key: "node.kubernetes.io/unreachable", effect: "NoSchedule" }];
        const { spec, metadata } = templateOf(API, [{ ...first, spec: { taints } }, ...others]);
        assert.deepEqual(spec, first.spec);
        assert.equal(metadata.labels?.["topology.kubernetes.io/zone"], "eu-west-1b");
    });

    it("adds nothing for a pod that no node of the group would let in", () => {
        for (const spec of [
            { nodeSelector: { "kaireon.ai/tier": "ml" } },
            { tolerations: [] },
            { containers: [{ resources: { requests: { cpu: "9" } } }] },
            { containers: [{ resources: { requests: { memory: "64Gi" } } }] },
        ]) {
            assert.deepEqual(plan(PER_ZONE, [], [pod("odd", spec)]).unhelped, ["odd"], JSON.stringify(spec));
        }
    });

    it("counts a zone for the spread only while its nodes take pods, and pods of the same revision only", () => {
        const [first = oneInEachZone[0], ...others] = oneInEachZone;
        assert.ok(first);
        const stopped = { ...first, spec: { taints: [{ key: "stopped", effect: "NoSchedule" }] } };
        assert.equal(plan([], [stopped, ...others], pods(6)).unhelped.length, 0);
        assert.equal(plan([], others, pods(6)).unhelped.length, 0);
        const old = { ...pod("old"), metadata: { ...pod("old").metadata, labels: { app: "api", revision: "0" } } };
        const there = Array.from({ length: 2 }, () => ({
            ...old,
            spec: { ...old.spec, nodeName: first.metadata.name },
        }));
        assert.equal(new Placement(oneInEachZone, there).fits(pod("new"), first), true);
        const same = there.map(({ spec, status }) => ({ ...pod("same"), spec, status }));
        assert.equal(new Placement(oneInEachZone, same).fits(pod("new"), first), false);
    });
});

describe("offline: the zone of Auto Scaling's next node", () => {
    it("is the one with the fewest nodes of the group", () => {
        const nodes = [nodeIn(API, "eu-west-1a", 0), nodeIn(API, "eu-west-1c", 1)];
        assert.equal(nextZone(API, nodes, new Set()), "eu-west-1b");
    });

    it("is never one that is down, and none when all are", () => {
        assert.equal(nextZone(API, [nodeIn(API, "eu-west-1a", 0)], new Set(["eu-west-1b"])), "eu-west-1c");
        assert.equal(nextZone(API, [], new Set(ZONES)), undefined);
    });
});
