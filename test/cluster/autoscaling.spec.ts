import assert from "node:assert/strict";
import { Autoscaler } from "../../offline/cluster/autoscaler";
import { deployRelease, prepareCluster } from "../../offline/cluster/deploy";
import { scaleTiers } from "../../offline/cluster/load";
import { loseNodes } from "../../offline/cluster/lose-nodes";
import { NODE_GROUP_LABEL } from "../../offline/cluster/nodes";
import { occupancyOf, spreadOf, viewCluster } from "../../offline/cluster/occupancy";
import type { RegisteredNodeGroup, RegisteredStack } from "../../offline/cluster/registered-stack";
import { occupancyTable, spreadTable } from "../../offline/cluster/tables";
import { EVERYTHING, eventually, say, sharedStack, useCluster } from "./cluster-run";
import { type PodCounts, predictionOf, replicasOf, unsettled } from "./maximum-prediction";

const SCALED = ["api", "worker", "ml-worker"];

describe("the release on a real control plane, with nodes that come as the autoscaler adds them", function () {
    const cluster = useCluster(this);
    let stack: RegisteredStack;
    let autoscaler: Autoscaler;

    before(async () => {
        const { kubectl, tools } = cluster();
        stack = await sharedStack(EVERYTHING);
        await prepareCluster(kubectl, stack, tools);
        autoscaler = new Autoscaler(kubectl, stack.nodeGroups);
        await deployRelease(kubectl, stack);
        await scale(predictionOf(stack).atMinimum);
    });

    /** Brings the scaled tiers to a count, as HPA and KEDA would, and waits until their pods are there, with a node or without. */
    const scale = async (counts: PodCounts) => {
        const { kubectl } = cluster();
        await scaleTiers(kubectl, stack.release.namespace, replicasOf(counts, SCALED));
        await eventually(async () => {
            const tiers = spreadOf(await viewCluster(kubectl), stack.release.namespace);
            const found = new Map(tiers.map(({ component, running, pending }) => [component, running + pending]));
            return SCALED.filter((tier) => (found.get(tier) ?? 0) !== (counts[tier] ?? 0));
        });
    };

    const untilRunning = (counts: PodCounts) =>
        eventually(async () => unsettled(await viewCluster(cluster().kubectl), counts));

    const show = async (title: string) => {
        const view = await viewCluster(cluster().kubectl);
        say(`${title}\n${occupancyTable(occupancyOf(view))}\n${spreadTable(spreadOf(view, stack.release.namespace))}`);
    };

    it("adds no node at the minimum", async () => {
        const { nodes, stuck } = await autoscaler.settle();
        assert.deepEqual(stuck, []);
        assert.deepEqual(nodes, sizes(stack.nodeGroups, "minSize"));
    });

    it("grows from the minimum to the maximum: no pod waits that a permitted node could hold", async () => {
        const { atMaximum } = predictionOf(stack);
        await scale(atMaximum);
        const { nodes, stuck } = await autoscaler.settle();
        assert.deepEqual(stuck, []);
        await untilRunning(atMaximum);
        await show("grown from minimum to maximum");
        assert.deepEqual(
            stack.nodeGroups.filter(({ name, maxSize }) => (nodes[name] ?? 0) > maxSize),
            [],
        );
        assert.deepEqual(await autoscaler.removeEmpty(), [], "no node was added for nothing");
    });

    it("keeps the zone-strict tier even with a group for each zone", async () => {
        const tiers = spreadOf(await viewCluster(cluster().kubectl), stack.release.namespace);
        const { zones = [] } = tiers.find(({ component }) => component === "api") ?? {};
        assert.deepEqual([...zones].sort(), [16, 17, 17]);
    });

    it("lets empty nodes go when the tiers shrink, down to the minimum", async () => {
        const { atMinimum } = predictionOf(stack);
        await scale(atMinimum);
        await untilRunning(atMinimum);
        const removed = await autoscaler.removeEmpty();
        assert.ok(removed.length > 0);
        const { nodes, stuck } = await autoscaler.settle();
        assert.deepEqual(stuck, []);
        assert.deepEqual(
            stack.nodeGroups.filter(({ name, minSize }) => (nodes[name] ?? 0) < minSize),
            [],
        );
        await untilRunning(atMinimum);
        await show("shrunk to the minimum, empty nodes gone");
    });

    it("would get stuck with the zone-strict tier on one group over three zones: most pods wait while the group could grow", async () => {
        const { kubectl } = cluster();
        const { atMinimum, atMaximum, pools } = predictionOf(stack);
        await scale({ ...atMinimum, api: 0 });
        await loseNodes(kubectl, await nodesIn(stack.nodeGroups.filter(isApi)));
        const spanning = overAllZones(stack.nodeGroups.filter(isApi));
        const others = stack.nodeGroups.filter((group) => !isApi(group));
        await scale(atMaximum);
        const { nodes, stuck } = await new Autoscaler(kubectl, [...others, spanning]).settle();
        await show(`api on one group over three zones: ${stuck.length} pods wait for ever`);
        // With its first nodes full the group gets one more. From then on the spread asks for another zone than that of the node which
        // the autoscaler takes all of the group's for.
        const perNode = pools.find(({ pool }) => pool === "api")?.podsPerNode ?? 0;
        const running = spanning.minSize * perNode + 1;
        assert.deepEqual(
            { nodes: nodes[spanning.name], waiting: stuck.length },
            { nodes: spanning.minSize + 1, waiting: (atMaximum["api"] ?? 0) - running },
        );
        assert.ok(spanning.minSize + 1 < spanning.maxSize);
    });

    async function nodesIn(groups: readonly RegisteredNodeGroup[]): Promise<readonly string[]> {
        const names = new Set(groups.map(({ name }) => name));
        const { nodes } = await viewCluster(cluster().kubectl);
        return nodes
            .filter(({ metadata }) => names.has(metadata.labels?.[NODE_GROUP_LABEL] ?? ""))
            .map(({ metadata }) => metadata.name);
    }
});

const isApi = ({ labels }: RegisteredNodeGroup) => labels["kaireon.ai/tier"] === "api";

function sizes(groups: readonly RegisteredNodeGroup[], bound: "minSize" | "maxSize"): Readonly<Record<string, number>> {
    return Object.fromEntries(groups.map((group) => [group.name, group[bound]]));
}

/** One group in place of several, as large as they are together. */
function overAllZones(groups: readonly RegisteredNodeGroup[]): RegisteredNodeGroup {
    const [first] = groups;
    assert.ok(first);
    const total = (bound: "minSize" | "maxSize") => groups.reduce((sum, group) => sum + group[bound], 0);
    return {
        ...first,
        name: "nodes-api-all",
        zones: groups.flatMap(({ zones }) => zones),
        minSize: total("minSize"),
        maxSize: total("maxSize"),
    };
}
