import assert from "node:assert/strict";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { stringify } from "yaml";
import { deployRelease, prepareCluster } from "../../offline/cluster/deploy";
import type { KubernetesObject } from "../../offline/cluster/kubectl";
import { scaleTiers } from "../../offline/cluster/load";
import type { RegisteredStack } from "../../offline/cluster/registered-stack";
import { nodesAreReady } from "../../perf/environment/cluster-checks";
import { environmentOf } from "../../perf/environment/environment-of";
import { readCluster } from "../../perf/environment/read-cluster";
import { noRollout, replicasAreReady } from "../../perf/environment/tier-checks";
import { EVERYTHING, eventually, sharedStack, useCluster } from "./cluster-run";
import { installedObjects, manifestOf, writtenPart } from "./installed-objects";
import { commandsOf, loadOf, podsOfRun } from "./load-run";

interface Deployment extends KubernetesObject {
    readonly status: { readonly readyReplicas?: number };
}

describe("the release, installed on a real control plane", function () {
    const cluster = useCluster(this);
    let stack: RegisteredStack;
    const namespaceArg = () => `--namespace=${stack.release.namespace}`;

    before(async () => {
        stack = await sharedStack();
        await prepareCluster(cluster().kubectl, stack, cluster().tools);
    });

    /** Waits until tiers have so many pods ready. */
    const untilReady = (expected: Readonly<Record<string, number>>) =>
        eventually(async () => {
            const deployments = await cluster().kubectl.list<Deployment>("deployments", namespaceArg());
            return deployments
                .map(({ metadata: { name }, status }) => [name, status.readyReplicas ?? 0] as const)
                .filter(([name, ready]) => expected[name] !== ready)
                .map(([name, ready]) => `${name} has ${ready} pods ready, not ${expected[name]}`);
        });

    /** What of the release Helm or anyone else has written, by object. */
    const written = async () => {
        const { text } = await manifestOf(cluster().kubectl, stack.release);
        const objects = await installedObjects(cluster().kubectl, text, stack.release.namespace);
        return new Map([...objects].map(([label, object]) => [label, writtenPart(object)]));
    };

    it("has a namespace that turns away pods below the restricted level", async () => {
        const pod = ["run", "root", "--image=stand-in.invalid/none", namespaceArg()];
        const { exitCode, stderr } = await cluster().kubectl.attempt(pod);
        assert.notEqual(exitCode, 0);
        assert.match(stderr, /violates PodSecurity "restricted:latest"/);
    });

    it("is accepted whole, without one warning of the API server", async () => {
        const { warnings } = await deployRelease(cluster().kubectl, stack);
        assert.deepEqual(warnings, []);
        const { text, labels } = await manifestOf(cluster().kubectl, stack.release);
        const objects = await installedObjects(cluster().kubectl, text, stack.release.namespace);
        assert.deepEqual([...objects.keys()].sort(), labels);
        assert.ok(labels.length > 30, `${labels.length} objects`);
    });

    it("holds no field that the API server does not know", async () => {
        const { text } = await manifestOf(cluster().kubectl, stack.release);
        const strictly = ["--server-side", "--dry-run=server", "--validate=strict", "--force-conflicts"];
        const { stderr } = await cluster().kubectl.attempt(
            ["apply", ...strictly, "--filename=-", namespaceArg()],
            text,
        );
        assert.equal(stderr, "");
    });

    it("starts every tier, and its autoscalers at their minimum", async () => {
        // KEDA's operator is not here.
        await scaleTiers(cluster().kubectl, stack.release.namespace, { "kaireon-worker": 4 });
        await untilReady({
            "kaireon-api": 6,
            "kaireon-ml-worker": 2,
            "kaireon-outbox-publisher": 3,
            "kaireon-worker": 4,
        });
    });

    it("is read as the environment of a measured run, with the pods that are ready", async () => {
        const facts = await readCluster(commandsOf(cluster().kubectl), {
            release: stack.release.name,
            namespace: stack.release.namespace,
        });
        const { nodes, replicas, ...rest } = environmentOf(facts, { stack: "large", traceSampleRate: 0.1 });
        assert.deepEqual(replicas, { api: 6, "ml-worker": 2, "outbox-publisher": 3, worker: 4 });
        assert.deepEqual(nodes["api"], { instanceType: "m7i.2xlarge", count: 3 });
        assert.equal(
            rest.kubernetesVersion,
            JSON.parse(await cluster().kubectl.run(["version", "--output=json"])).serverVersion.gitVersion,
        );
        assert.match(rest.chartVersion, /^kaireon-\d+\.\d+\.\d+$/);
        assert.deepEqual([rest.imageTag, rest.backends["eventbus.backend"]], ["1.0.0", "kafka"]);
        for (const holds of [nodesAreReady(facts), noRollout(facts), replicasAreReady(facts)])
            assert.deepEqual(holds.problems, []);
    });

    it("has an API server that takes the namespace of a load, and the pods that k6-operator makes of its run", async () => {
        const { kubectl } = cluster();
        const { run, others } = loadOf("recommend-5krps");
        assert.deepEqual(await kubectl.apply(others), []);
        const list = JSON.stringify({ apiVersion: "v1", kind: "List", items: podsOfRun(run) });
        const args = ["create", "--dry-run=server", "--validate=strict", "--filename=-"];
        assert.deepEqual(await kubectl.attempt(args, list), {
            exitCode: 0,
            stdout: ["initializer", "starter", "runner"]
                .map((role) => `pod/recommend-5krps-${role} created (server dry run)\n`)
                .join(""),
            stderr: "",
        });
        await kubectl.run(["delete", "namespace", run.metadata.namespace, "--wait=false"]);
    });

    it("changes nothing when it is installed again", async () => {
        const before = await written();
        const { warnings } = await deployRelease(cluster().kubectl, stack);
        assert.deepEqual(warnings, []);
        assert.deepEqual(await written(), before);
    });

    it("is accepted without a warning with the optional tiers and objects for Prometheus on", async () => {
        const everything = await sharedStack(EVERYTHING);
        const { warnings } = await deployRelease(cluster().kubectl, everything);
        assert.deepEqual(warnings, []);
        const { labels } = await manifestOf(cluster().kubectl, stack.release);
        for (const label of ["Deployment kaireon-stream", "Deployment kaireon-mcp", "ServiceMonitor kaireon-api"]) {
            assert.ok(labels.includes(label), label);
        }
        await untilReady({
            "kaireon-api": 6,
            "kaireon-mcp": 2,
            "kaireon-ml-worker": 2,
            "kaireon-outbox-publisher": 3,
            "kaireon-stream": 2,
            "kaireon-worker": 4,
        });
    });

    it("would have been found out: a chart that earns warnings gets them", async () => {
        const { kubectl, folder } = cluster();
        const chart = warnedChart(join(folder, "warned-chart"));
        const release = { ...stack.release, name: "warned", chart, values: {} };
        const { warnings } = await deployRelease(kubectl, { ...stack, release });
        assert.deepEqual(
            warnings.map((warning) => warning.split(/[;:] /)[0]),
            ["v1 Endpoints is deprecated in v1.33+", 'would violate PodSecurity "restricted:latest"'],
        );
    });
});

/** A chart with an object of a deprecated kind, and pods below the restricted level. */
function warnedChart(folder: string): string {
    mkdirSync(join(folder, "templates"), { recursive: true });
    const write = (file: string, content: object) => writeFileSync(join(folder, file), stringify(content));
    write("Chart.yaml", { apiVersion: "v2", name: "warned", version: "1.0.0" });
    write("templates/endpoints.yaml", { apiVersion: "v1", kind: "Endpoints", metadata: { name: "warned" } });
    const labels = { app: "warned" };
    write("templates/deployment.yaml", {
        apiVersion: "apps/v1",
        kind: "Deployment",
        metadata: { name: "warned" },
        spec: {
            // The pods would be turned away.
            replicas: 0,
            selector: { matchLabels: labels },
            template: {
                metadata: { labels },
                spec: { containers: [{ name: "root", image: "stand-in.invalid/none" }] },
            },
        },
    });
    return folder;
}
