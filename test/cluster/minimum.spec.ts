import assert from "node:assert/strict";
import { deployRelease, prepareCluster } from "../../offline/cluster/deploy";
import { deploymentsOf, finishUpdates, holdUpdates, scaleTiers } from "../../offline/cluster/load";
import { type ClusterView, occupancyOf, spreadOf, viewCluster } from "../../offline/cluster/occupancy";
import type { RegisteredStack } from "../../offline/cluster/registered-stack";
import { occupancyTable, spreadTable } from "../../offline/cluster/tables";
import { eventually, say, sharedStack, useCluster } from "./cluster-run";
import { predictionOf, strangersOn, unsettled } from "./maximum-prediction";

describe("the release on a real control plane, at its minimum", function () {
    const cluster = useCluster(this);
    let stack: RegisteredStack;
    let view: ClusterView;

    before(async () => {
        const { kubectl, tools } = cluster();
        stack = await sharedStack();
        await prepareCluster(kubectl, stack, tools);
        await deployRelease(kubectl, stack);
        // KEDA's operator is not here.
        await scaleTiers(kubectl, stack.release.namespace, { "kaireon-worker": 4 });
        const { atMinimum } = predictionOf(stack);
        await eventually(async () => {
            view = await viewCluster(kubectl);
            return unsettled(view, atMinimum);
        });
        say(`${occupancyTable(occupancyOf(view))}\n${spreadTable(spreadOf(view, stack.release.namespace))}`);
    });

    it("runs every pod on the node groups' minimum, which is what the sizing says", () => {
        const { pools } = predictionOf(stack);
        assert.deepEqual(
            occupancyOf(view)
                .map(({ pool, nodes }) => `${pool} ${nodes}`)
                .sort(),
            pools.map(({ pool, groups, minPerGroup }) => `${pool} ${groups.length * minPerGroup}`).sort(),
        );
    });

    it("spreads the api evenly over three zones, and keeps each tier to its own nodes", () => {
        const tiers = spreadOf(view, stack.release.namespace);
        assert.deepEqual(
            tiers.map(({ component, running, pools }) => [component, running, pools]),
            [
                ["api", 6, ["api"]],
                ["ml-worker", 2, ["ml"]],
                ["outbox-publisher", 3, ["general"]],
                ["worker", 4, ["worker"]],
            ],
        );
        assert.deepEqual(tiers.find(({ component }) => component === "api")?.zones, [2, 2, 2]);
    });

    it("leaves api, worker and ml nodes to their tier alone: beside it, only what runs on every node", () =>
        assert.deepEqual(strangersOn(view), []));

    it("has room for the surge of an update of every tier at once", async () => {
        const { kubectl } = cluster();
        const deployments = await deploymentsOf(kubectl, stack.release.namespace);
        await holdUpdates(kubectl, deployments);
        const { withMinimumSurge } = predictionOf(stack);
        await eventually(async () => unsettled(await viewCluster(kubectl), withMinimumSurge));
        await finishUpdates(kubectl, deployments);
    });
});
