import assert from "node:assert/strict";
import { once } from "node:events";
import { join } from "node:path";
import { MISSING_TAG } from "../../offline/cluster/control-plane";
import { prepareCluster } from "../../offline/cluster/deploy";
import { scaleTiers } from "../../offline/cluster/load";
import type { RegisteredStack } from "../../offline/cluster/registered-stack";
import { eventually, sharedStack, useCluster } from "./cluster-run";
import { currentChart, previousChart, versionOf, withEndlessHook } from "./upgrades-charts";
import { type ChartOf, HelmRelease } from "./upgrades-release";
import { Workloads } from "./upgrades-workloads";

/** Tags of the product's images: of the previous chart's release, and of upgrades. */
const [OLD, NEW] = ["1.0.0", "2.0.0"];
/** What autoscalers make of the tiers: KEDA's operator is not here, and the other one has no hurry. */
const SCALED = { "kaireon-api": 6, "kaireon-ml-worker": 2, "kaireon-worker": 4 };
const REPLICAS: Readonly<Record<string, number>> = { ...SCALED, "kaireon-outbox-publisher": 3 };

describe("upgrades of the release on a real control plane", function () {
    const cluster = useCluster(this);
    let previous: ChartOf;
    let current: ChartOf;
    let release: HelmRelease;
    let workloads: Workloads;
    let identities: Readonly<Record<string, object>>;

    before(async () => {
        const stack = await sharedStack();
        const { name, namespace, values } = stack.release;
        const { kubectl, tools } = cluster();
        previous = previousChart(values);
        current = currentChart(values, NEW);
        release = new HelmRelease(kubectl, name, namespace);
        workloads = new Workloads(kubectl, namespace);
        await prepareCluster(kubectl, withRoomForUpdates(stack), tools);

        const { exitCode, stderr } = await release.upgrade(previous);
        assert.equal(exitCode, 0, stderr);
        await scaleTiers(kubectl, namespace, SCALED);
        await settled();
        identities = await workloads.identities();
    });

    const settled = () => eventually(() => workloads.unfinished(REPLICAS));

    /** Nothing of a failure is left: the pods, Deployments and manifest of a revision, which Helm calls deployed again. */
    const isRunning = async (tag: string, { chart, revision }: { chart: ChartOf; revision: number }) => {
        await settled();
        const { status, chart: name } = await release.last();
        assert.deepEqual({ status, name }, { status: "deployed", name: `kaireon-${versionOf(chart)}` });
        assert.equal(await release.manifest(), await release.manifest(revision));
        assert.deepEqual(await workloads.tags(), [tag]);
        assert.deepEqual(await workloads.identities(), identities);
    };

    it("begin at another version than this one", async () => {
        assert.notEqual(versionOf(previous), versionOf(current));
        assert.deepEqual(await workloads.tags(), [OLD]);
        assert.deepEqual(Object.keys(identities).sort(), Object.keys(REPLICAS).sort());
    });

    it("to this version roll every pod, tier by tier at full strength, and leave each Deployment what it was", async () => {
        const { outcome, shortages } = await workloads.during(release.upgrade(current));
        assert.equal(outcome.exitCode, 0, outcome.stderr);
        assert.deepEqual(shortages, []);
        await isRunning(NEW, { chart: current, revision: 2 });
    });

    it("are rolled back to the version before, at full strength too", async () => {
        const { outcome, shortages } = await workloads.during(release.rollback(1));
        assert.equal(outcome.exitCode, 0, outcome.stderr);
        assert.deepEqual(shortages, []);
        await isRunning(OLD, { chart: previous, revision: 1 });
    });

    it("with an image that cannot be pulled fail, leave the old pods serving, and succeed when they are tried again", async () => {
        const bad = { ...current, values: currentChart(current.values, MISSING_TAG).values };
        const { outcome, shortages } = await workloads.during(release.upgrade(bad, "20s"));
        assert.notEqual(outcome.exitCode, 0);
        assert.match(outcome.stderr, /has been rolled back due to rollback-on-failure being set/);
        assert.deepEqual(shortages, []);
        await isRunning(OLD, { chart: previous, revision: 1 });

        const { exitCode, stderr } = await release.upgrade(current);
        assert.equal(exitCode, 0, stderr);
        await isRunning(NEW, { chart: current, revision: 2 });
    });

    it("with a hook that never ends fail before any pod changes", async () => {
        const endless = withEndlessHook(current, join(cluster().folder, "endless-chart"));
        const pods = await workloads.pods();
        const { outcome, shortages } = await workloads.during(release.upgrade(endless, "10s"));
        assert.notEqual(outcome.exitCode, 0);
        assert.match(outcome.stderr, /pre-upgrade hooks failed/);
        assert.deepEqual(shortages, []);
        assert.deepEqual(await workloads.pods(), pods);
        await isRunning(NEW, { chart: current, revision: 2 });
    });

    it("that were killed in the middle are recovered by the step that the chart's README names", async () => {
        const good = (await release.last()).revision;
        const bad = { ...current, values: currentChart(current.values, MISSING_TAG).values };
        const helm = await release.begin(bad);
        await eventually(async () => ((await workloads.tags()).includes(MISSING_TAG) ? undefined : "no new pod"));
        helm.kill("SIGKILL");
        await once(helm, "exit");
        assert.equal((await release.last()).status, "pending-upgrade");
        const refused = await release.upgrade(current);
        assert.match(refused.stderr, /another operation \(install\/upgrade\/rollback\) is in progress/);

        const { outcome, shortages } = await workloads.during(release.rollback(good));
        assert.equal(outcome.exitCode, 0, outcome.stderr);
        assert.deepEqual(shortages, []);
        await isRunning(NEW, { chart: current, revision: good });
        const { exitCode, stderr } = await release.upgrade(current);
        assert.equal(exitCode, 0, stderr);
    });
});

/** Twice the nodes of the minimum: the autoscaler, which is not here, would add them for the pods of an update. */
function withRoomForUpdates(stack: RegisteredStack): RegisteredStack {
    const nodeGroups = stack.nodeGroups.map((group) => ({
        ...group,
        minSize: Math.min(2 * group.minSize, group.maxSize),
    }));
    return { ...stack, nodeGroups };
}
