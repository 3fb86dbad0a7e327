import assert from "node:assert/strict";
import type { Pool } from "../../infra/sizing/workload";
import { deployRelease, prepareCluster } from "../../offline/cluster/deploy";
import type { Kubectl } from "../../offline/cluster/kubectl";
import {
    type DeploymentName,
    deploymentsOf,
    finishUpdates,
    fireCronJobs,
    holdUpdates,
    scaleTiers,
} from "../../offline/cluster/load";
import { nodesOf } from "../../offline/cluster/nodes";
import { type ClusterView, occupancyOf, spreadOf, viewCluster } from "../../offline/cluster/occupancy";
import type { RegisteredNodeGroup, RegisteredStack } from "../../offline/cluster/registered-stack";
import { setNodes } from "../../offline/cluster/set-nodes";
import { occupancyTable, spreadTable } from "../../offline/cluster/tables";
import { EVERYTHING, eventually, say, sharedStack, useCluster } from "./cluster-run";
import {
    daemonRequests,
    type Prediction,
    predictionOf,
    replicasOf,
    strangersOn,
    unsettled,
    waitingByPool,
} from "./maximum-prediction";

/** The Deployment of the cluster's own that requests most: the sizing counts one of them in the middle of an update. */
const LARGEST_SYSTEM_DEPLOYMENT = { namespace: "kube-system", name: "cluster-autoscaler" };

describe("the release on a real control plane, at its maximum", function () {
    const cluster = useCluster(this);
    let stack: RegisteredStack;
    let predicted: Prediction;
    let updated: readonly DeploymentName[];
    let view: ClusterView;

    before(async () => {
        const { kubectl, tools } = cluster();
        stack = await sharedStack(EVERYTHING);
        predicted = predictionOf(stack);
        await prepareCluster(kubectl, stack, tools);
        await kubectl.apply(nodesOf(stack.nodeGroups, ({ maxSize }) => maxSize));
        await deployRelease(kubectl, stack);
        const { namespace } = stack.release;
        updated = [...(await deploymentsOf(kubectl, namespace)), LARGEST_SYSTEM_DEPLOYMENT];
        const scaled = replicasOf(predicted.atMaximum, ["api", "worker", "ml-worker"]);
        await scaleTiers(kubectl, namespace, scaled);
        await fireCronJobs(kubectl, namespace);
        await until(kubectl, (seen) => unsettled(seen, { ...predicted.atMaximum, cron: 6 }));
    });

    /** Waits until a look at the cluster finds nothing wrong, and keeps that look. */
    const until = (kubectl: Kubectl, wrong: (seen: ClusterView) => readonly string[]) =>
        eventually(async () => {
            view = await viewCluster(kubectl);
            return wrong(view);
        });

    const show = (title: string) =>
        say(`${title}\n${occupancyTable(occupancyOf(view))}\n${spreadTable(spreadOf(view, stack.release.namespace))}`);

    it("runs every pod on the node groups' maximum: jobs of all schedules, and the surge of an update of every tier", async () => {
        const { kubectl } = cluster();
        assert.deepEqual(replicasOf(predicted.atMaximum, ["api", "worker", "ml-worker"]), {
            "kaireon-api": 50,
            "kaireon-worker": 30,
            "kaireon-ml-worker": 10,
        });
        await holdUpdates(kubectl, updated);
        await until(kubectl, (seen) => [...unsettled(seen, predicted.withMaximumSurge), ...systemSurge(seen)]);
        show("maximum, with jobs and surge");
        assert.deepEqual(
            spreadOf(view, stack.release.namespace).map(({ component, running, pools }) => [component, running, pools]),
            [
                ["api", 53, ["api"]],
                ["cron", 6, ["general"]],
                ["mcp", 3, ["general"]],
                ["ml-worker", 11, ["ml"]],
                ["outbox-publisher", 4, ["general"]],
                ["stream", 3, ["general"]],
                ["worker", 31, ["worker"]],
            ],
        );
        assert.deepEqual(strangersOn(view), []);
    });

    it("spreads the api evenly, one pod more at most where old and new pods divide badly", () => {
        const api = spreadOf(view, stack.release.namespace).find(({ component }) => component === "api");
        assert.equal(api?.zones.length, 3);
        assert.ok(Math.max(...(api?.zones ?? [])) - Math.min(...(api?.zones ?? [])) <= 2, `${api?.zones}`);
    });

    it("has the nodes that the sizing says, and asks of them what the sizing counted", () => {
        for (const { pool, groups, maxPerGroup } of predicted.pools) {
            const found = occupancyOf(view).find((occupancy) => occupancy.pool === pool);
            const daemons = daemonRequests(found?.nodes ?? 0);
            assert.deepEqual(
                {
                    nodes: found?.nodes,
                    cpuMilli: (found?.requestedCpuMilli ?? 0) - daemons.cpuMilli,
                    memoryMib: (found?.requestedMemoryMib ?? 0) - daemons.memoryMib,
                },
                { nodes: groups.length * maxPerGroup, ...predicted.requested[pool] },
                pool,
            );
        }
    });

    it("completes the updates", async () => {
        await finishUpdates(cluster().kubectl, updated);
        await until(cluster().kubectl, (seen) => unsettled(seen, { ...predicted.atMaximum, cron: 6 }));
    });

    it("has no room for all of it with a zone lost and one node fewer in each group that is left", async () => {
        const { kubectl } = cluster();
        await setNodes(
            kubectl,
            nodesOf(groupsLeft(stack), ({ maxSize }) => maxSize - 1),
        );
        await fireCronJobs(kubectl, stack.release.namespace);
        await holdUpdates(kubectl, updated);
        await until(kubectl, (seen) => {
            const waiting = waitingByPool(seen);
            return predicted.pools.flatMap(({ pool }) => {
                const found = waiting[pool] ?? 0;
                const fewest = lackingOneNode(predicted, pool);
                return found < 1 || (fewest !== undefined && found !== fewest) ? [`${pool}: ${found} pods wait`] : [];
            });
        });
        show("maximum, with jobs and surge, a zone lost, one node fewer in each group");
    });

    it("has room for all of it with a zone lost", async () => {
        const { kubectl } = cluster();
        await setNodes(
            kubectl,
            nodesOf(groupsLeft(stack), ({ maxSize }) => maxSize),
        );
        await until(kubectl, (seen) => unsettled(seen, predicted.withMaximumSurge));
        show("maximum, with jobs and surge, a zone lost");
    });

    // Old pods are deleted without regard to zones. With no room to spare a zone may stay full of them whose turn it is: the update waits.
    it("completes the updates once the zone is back", async () => {
        const { kubectl } = cluster();
        const perZone = stack.nodeGroups.filter(({ zones }) => zones.length === 1);
        await kubectl.apply(nodesOf(perZone, ({ maxSize }) => maxSize));
        await finishUpdates(kubectl, updated);
        await until(kubectl, (seen) => unsettled(seen, { ...predicted.atMaximum, cron: 6 }));
    });
});

/** Says so while the new pod of the cluster's own Deployment is not there beside the old one. */
function systemSurge({ pods }: ClusterView): readonly string[] {
    const { name } = LARGEST_SYSTEM_DEPLOYMENT;
    const found = pods.filter(({ metadata }) => metadata.labels?.["app.kubernetes.io/name"] === name);
    return found.length === 2 ? [] : [`${name} has ${found.length} pods, not 2`];
}

/** The groups without the last zone: Auto Scaling starts the nodes of a group that spans zones in those that are left. */
function groupsLeft({ nodeGroups }: RegisteredStack): readonly RegisteredNodeGroup[] {
    const lost = nodeGroups
        .flatMap(({ zones }) => zones)
        .sort()
        .at(-1);
    return nodeGroups
        .map((group) => ({ ...group, zones: group.zones.filter((zone) => zone !== lost) }))
        .filter(({ zones }) => zones.length > 0);
}

/** How many pods find no place with a zone lost and a node fewer in each group, where all pods of the pool are alike. */
function lackingOneNode({ pools, withMaximumSurge }: Prediction, pool: Pool): number | undefined {
    const size = pools.find((found) => found.pool === pool);
    if (size === undefined || pool === "general") return undefined;
    const groups = size.groups.length === 1 ? 1 : size.groups.length - 1;
    const held = groups * (size.maxPerGroup - 1) * size.podsPerNode;
    return (withMaximumSurge[pool === "ml" ? "ml-worker" : pool] ?? 0) - held;
}
