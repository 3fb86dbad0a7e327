import assert from "node:assert/strict";
import { Autoscaler } from "../../offline/cluster/autoscaler";
import { deployRelease, prepareCluster } from "../../offline/cluster/deploy";
import { scaleTiers } from "../../offline/cluster/load";
import { loseNodes, losePods } from "../../offline/cluster/lose-nodes";
import { spreadOf, viewCluster } from "../../offline/cluster/occupancy";
import type { RegisteredStack } from "../../offline/cluster/registered-stack";
import { pause } from "../../offline/cluster/servers";
import { EVERYTHING, eventually, say, sharedStack, useCluster } from "./cluster-run";
import { Availability, type Failure, failuresTable } from "./failures-availability";
import { budgetsOf, nodesIn, outside, podsOf, refusalOf, tooFew } from "./failures-lookups";
import { type PodCounts, predictionOf, unsettled } from "./maximum-prediction";

const POOL = "kaireon.ai/tier";
/** The cloud controller's, for instances that are stopped: unlike `unreachable`, nobody takes it away from a node that reports. */
const STOPPED = "node.cloudprovider.kubernetes.io/shutdown";

describe("the release on a real control plane, through failures", function () {
    const cluster = useCluster(this);
    let stack: RegisteredStack;
    let zones: readonly string[];
    let atMinimum: PodCounts;
    let atMaximum: PodCounts;
    let autoscaler: Autoscaler;
    let availability: Availability;
    const failures: Failure[] = [];

    before(async () => {
        const { kubectl, tools } = cluster();
        stack = await sharedStack(EVERYTHING);
        zones = [...new Set(stack.nodeGroups.flatMap((group) => group.zones))].sort();
        ({ atMinimum, atMaximum } = predictionOf(stack));
        await prepareCluster(kubectl, stack, tools);
        autoscaler = new Autoscaler(kubectl, stack.nodeGroups);
        await deployRelease(kubectl, stack);
        availability = await Availability.of(kubectl, stack.release.namespace);
        await scale(atMinimum);
        await untilRunning(atMinimum);
    });

    after(() => {
        availability?.end();
        if (failures.length > 0) say(failuresTable(failures));
    });

    /** Waits until exactly these pods run, those of the cluster itself too, without help from the autoscaler. */
    const untilRunning = async (counts: PodCounts) => {
        await eventually(async () => unsettled(await viewCluster(cluster().kubectl), counts));
        await eventually(async () => Object.keys(counts).filter((tier) => availability.now()[tier] !== counts[tier]));
    };

    const scale = (counts: PodCounts) =>
        scaleTiers(
            cluster().kubectl,
            stack.release.namespace,
            Object.fromEntries(Object.entries(counts).map(([tier, count]) => [`kaireon-${tier}`, count])),
        );

    /** Starts all pods anew, so that each tier is spread as after an installation. */
    const startAnew = async (counts: PodCounts) => {
        await scale(Object.fromEntries(Object.keys(counts).map((tier) => [tier, 0])));
        await eventually(async () => Object.keys(availability.now()));
        await scale(counts);
        await untilRunning(counts);
    };

    /** Does something to the release and notes how few pods were available until all of them were again. */
    const through = async (title: string, wanted: PodCounts, happens: () => Promise<void>): Promise<PodCounts> => {
        availability.begin();
        await happens();
        await untilRunning(wanted);
        failures.push({ title, wanted, worst: availability.worst() });
        return availability.worst();
    };

    /** Loses pods, and lets none start in their place before all are gone: one after the other, nobody would miss them. */
    const atOneMoment = async (loses: () => Promise<void>) => {
        const { kubectl } = cluster();
        await kubectl.run(["cordon", `--selector=${POOL}`]);
        await loses();
        await kubectl.run(["uncordon", `--selector=${POOL}`]);
    };

    it("keeps what the budgets promise while every node is drained, one of each tier at a time", async () => {
        const { kubectl } = cluster();
        const { nodes } = await viewCluster(kubectl);
        const pools = [...new Set(nodes.map(({ metadata }) => metadata.labels?.[POOL]))];
        const drained: string[] = [];
        const drain = async (node: string) => {
            const options = ["--ignore-daemonsets", "--delete-emptydir-data", "--timeout=10m"];
            await kubectl.run(["drain", node, ...options]);
            await kubectl.run(["uncordon", node]);
            drained.push(node);
        };
        const worst = await through("every node drained, at the minimum", atMinimum, async () => {
            await Promise.all(
                pools.map(async (pool) => {
                    for (const { metadata } of nodes.filter((node) => node.metadata.labels?.[POOL] === pool))
                        await drain(metadata.name);
                }),
            );
        });
        assert.deepEqual([...drained].sort(), nodes.map(({ metadata }) => metadata.name).sort());
        assert.deepEqual(tooFew(worst, await budgetsOf(kubectl, stack.release.namespace)), []);
    });

    it("goes on publishing with two outbox publishers lost, and the budget then gives away no other one", async () => {
        const { kubectl } = cluster();
        const namespace = `--namespace=${stack.release.namespace}`;
        await startAnew(atMinimum);
        const worst = await through("two outbox publishers lost", atMinimum, async () => {
            // No node for the new ones until the budget has been asked.
            await kubectl.run(["cordon", `--selector=${POOL}=general`]);
            const [one = "", two = "", last = ""] = (
                await podsOf(kubectl, stack.release.namespace, "outbox-publisher")
            ).map(({ metadata }) => metadata.name);
            await kubectl.run(["delete", "pods", one, two, namespace, "--force", "--grace-period=0"]);
            await eventually(async () =>
                availability.now()["outbox-publisher"] === 1 ? undefined : "two publishers are still there",
            );
            assert.match(
                await refusalOf(kubectl, stack.release.namespace, last),
                /would violate the pod's disruption budget/,
            );
            await kubectl.run(["uncordon", `--selector=${POOL}=general`]);
        });
        assert.deepEqual(worst, { ...atMinimum, "outbox-publisher": 1 });
    });

    it("runs the minimum on the nodes that are left when a zone is lost, whichever it is, without the autoscaler", async () => {
        const { kubectl } = cluster();
        for (const zone of zones) {
            await startAnew(atMinimum);
            const before = await viewCluster(kubectl);
            const lost = nodesIn(before, zone);
            const worst = await through(`${zone} lost, at the minimum`, atMinimum, () =>
                atOneMoment(async () => {
                    await kubectl.run(["taint", "nodes", ...lost, `${STOPPED}=:NoSchedule`]);
                    await losePods(kubectl, lost);
                }),
            );
            await kubectl.run(["taint", "nodes", ...lost, `${STOPPED}-`]);
            assert.deepEqual(worst, outside(before, stack.release.namespace, zone), zone);
            assert.equal(worst["api"], 4);
            assert.ok(Math.min(...Object.values(worst)) >= 1, "something of every tier stays up");
        }
    });

    it("runs the maximum with a zone lost, on what the groups may still add in the others", async () => {
        const { kubectl } = cluster();
        const [zone = ""] = zones;
        await scale(atMaximum);
        await grow(atMaximum);
        const before = await viewCluster(kubectl);
        const worst = await through(`${zone} lost, at the maximum`, atMaximum, async () => {
            autoscaler.zonesDown.add(zone);
            await atOneMoment(() => loseNodes(kubectl, nodesIn(before, zone)));
            const sizes = await grow(atMaximum);
            assert.deepEqual(
                stack.nodeGroups.filter(({ name, maxSize }) => (sizes[name] ?? 0) > maxSize),
                [],
            );
        });
        assert.deepEqual(worst, outside(before, stack.release.namespace, zone));
        assert.ok((worst["api"] ?? 0) >= 33, `${worst["api"]} pods of api`);
    });

    it("is spread over three zones again after the zone is back and the api updated", async () => {
        const { kubectl } = cluster();
        autoscaler.zonesDown.clear();
        await grow(atMaximum);
        const worst = await through("zone back, api updated, at the maximum", atMaximum, async () => {
            const namespace = `--namespace=${stack.release.namespace}`;
            await kubectl.run(["rollout", "restart", "deployment/kaireon-api", namespace]);
            const done = kubectl.run(["rollout", "status", "deployment/kaireon-api", namespace, "--timeout=10m"]);
            let running = true;
            const finished = done.finally(() => {
                running = false;
            });
            while (running) {
                await autoscaler.step();
                await pause(500);
            }
            await finished;
        });
        assert.deepEqual(worst, atMaximum);
        const api = spreadOf(await viewCluster(kubectl), stack.release.namespace).find(
            ({ component }) => component === "api",
        );
        assert.deepEqual([...(api?.zones ?? [])].sort(), [16, 17, 17]);
    });

    /** Has the autoscaler work until all pods run. @returns the groups' sizes */
    const grow = async (counts: PodCounts) => {
        await eventually(async () => {
            const view = await viewCluster(cluster().kubectl);
            const created = spreadOf(view, stack.release.namespace);
            return created
                .filter(({ component, running, pending }) => running + pending !== counts[component])
                .map(({ component }) => component);
        });
        const { nodes, stuck } = await autoscaler.settle();
        assert.deepEqual(stuck, []);
        await untilRunning(counts);
        return nodes;
    };
});
