import assert from "node:assert/strict";
import { join } from "node:path";
import { mergeValues } from "../../infra/app/chart-values";
import { keda } from "../../infra/cluster/controllers/keda";
import { renderRelease } from "../../infra/helm/rendered-chart";
import { deployRelease, prepareCluster } from "../../offline/cluster/deploy";
import { missingForKeda, provideKeda } from "../../offline/cluster/keda/keda-tools";
import { aggregationFlags, startKeda } from "../../offline/cluster/keda/start-keda";
import type { KubernetesObject } from "../../offline/cluster/kubectl";
import { nodesOf } from "../../offline/cluster/nodes";
import { missingForRedis, startRedisCluster } from "../../offline/cluster/redis-cluster";
import type { RegisteredRelease } from "../../offline/cluster/registered-stack";
import { Servers } from "../../offline/cluster/servers";
import { missingForCertificates, ThrowawayCa } from "../../offline/cluster/throwaway-ca";
import { terminalProgress } from "../../offline/engine/progress";
import { eventually, say, sharedStack, useCluster } from "./cluster-run";
import { JobQueues } from "./job-queues";

const WORKER = "kaireon-worker";
const QUEUES = ["batch-jobs", "dsar-jobs", "journey-jobs", "retrain-jobs", "seed-jobs"];

interface ScaledObject extends KubernetesObject {
    readonly spec: { readonly minReplicaCount: number; readonly maxReplicaCount: number };
    readonly status?: { readonly externalMetricNames?: readonly string[]; readonly hpaName?: string };
}

interface Deployment extends KubernetesObject {
    readonly spec: { readonly replicas: number };
    readonly status: { readonly replicas?: number; readonly readyReplicas?: number };
}

/**
 * Nothing of the scaling is played: KEDA's operator reads a Redis cluster that BullMQ fills, its metrics API is registered with the
 * API server, and the controller manager's HPA asks that and scales the Deployment. What differs from production: KEDA, its
 * certificates and Redis lie beside the cluster, not in it, KEDA's admission webhooks are left out, and the HPA looks every second and
 * forgets at once what it wanted (EKS: 15 s and five minutes).
 */
describe("KEDA on a real control plane, with BullMQ's queues in a Redis cluster", function () {
    let ca: ThrowawayCa;
    let release: RegisteredRelease;
    let queues: JobQueues | undefined;

    // Before the hook that ends Redis.
    after(() => queues?.close());

    const cluster = useCluster(this, {
        missing: () =>
            missingForRedis(process.env) ?? missingForCertificates(process.env) ?? missingForKeda(process.env),
        apiServerFlags: (folder) => {
            ca = new ThrowawayCa(join(folder, "authority"));
            return aggregationFlags(ca, ca.issue("front-proxy"));
        },
        controllerManagerFlags: [
            "--horizontal-pod-autoscaler-sync-period=1s",
            "--horizontal-pod-autoscaler-downscale-stabilization=1s",
        ],
    });

    before(async () => {
        const { kubectl, tools, folder } = cluster();
        const kedaTools = await provideKeda(process.env, { say, progress: terminalProgress() });
        const servers = new Servers(folder);
        const redis = await startRedisCluster(folder, servers, ca);
        const stack = await sharedStack();
        release = stack.release;
        await prepareCluster(kubectl, stack, tools);
        // The node groups' autoscaler is not here.
        await kubectl.apply(nodesOf(stack.nodeGroups, ({ maxSize }) => maxSize));
        const { namespace, identity } = keda();
        await startKeda(kubectl, { namespace, serviceAccount: identity?.serviceAccount ?? "" }, kedaTools, servers, ca);

        const values = mergeValues(release.values, {
            redis: { external: { host: redis.host, port: redis.port } },
            worker: { keda: { pollingIntervalSeconds: 1, cooldownPeriodSeconds: 1 } },
        });
        // What External Secrets makes of the secrets in AWS. KEDA wants all that the workers' environment names, if only one of them.
        const secrets = (await renderRelease(values)).names("ExternalSecret").map((name) => ({
            apiVersion: "v1",
            kind: "Secret",
            metadata: { name, namespace: release.namespace },
            stringData: { password: redis.password },
        }));
        await kubectl.apply(secrets);
        await deployRelease(kubectl, stack, { values });
        queues = new JobQueues(redis, QUEUES, await settingOf("BULLMQ_PREFIX"), ca.certificate);
    });

    /** What the application is told by its environment. */
    async function settingOf(variable: string): Promise<string> {
        const path = `--output=jsonpath={.data.${variable}}`;
        return cluster().kubectl.run(["get", "configmap", "kaireon-config", `--namespace=${release.namespace}`, path]);
    }

    async function scaledObject(): Promise<ScaledObject> {
        const args = ["get", "scaledobject", WORKER, `--namespace=${release.namespace}`, "--output=json"];
        return JSON.parse(await cluster().kubectl.run(args));
    }

    /** Waits until so many workers are wanted and run. */
    function workersBecome(count: number): Promise<void> {
        return eventually(async () => {
            const { kubectl } = cluster();
            const { namespace } = release;
            const get = ["get", "deployment", WORKER, `--namespace=${namespace}`, "--output=json"];
            const { spec, status } = JSON.parse(await kubectl.run(get)) as Deployment;
            const figures = [spec.replicas, status.replicas, status.readyReplicas];
            if (figures.every((figure) => figure === count)) return undefined;
            const path = "--output=jsonpath={.status.conditions[*].message}";
            const hpa = ["get", "hpa", `keda-hpa-${WORKER}`, `--namespace=${namespace}`, path];
            const { stdout, stderr } = await kubectl.attempt(hpa);
            return `${figures.join(", ")} workers wanted, there, ready in place of ${count}; the HPA: ${stdout}${stderr}`;
        });
    }

    it("keeps the least number of workers while nothing waits", async () => {
        const { spec } = await scaledObject();
        assert.deepEqual([spec.minReplicaCount, spec.maxReplicaCount], [4, 30]);
        await workersBecome(4);
    });

    it("serves the length of each queue as an external metric, as BullMQ counts it", async () => {
        const { kubectl } = cluster();
        for (const [index, queue] of QUEUES.entries()) await queues?.fill(queue, index + 1);
        const { status } = await scaledObject();
        assert.equal(status?.externalMetricNames?.length, QUEUES.length);
        const lengths = new Map<string, number>();
        for (const metric of status.externalMetricNames) {
            const query = `labelSelector=${encodeURIComponent(`scaledobject.keda.sh/name=${WORKER}`)}`;
            const path = `/apis/external.metrics.k8s.io/v1beta1/namespaces/${release.namespace}/${encodeURIComponent(metric)}?${query}`;
            const { items } = JSON.parse(await kubectl.run(["get", "--raw", path])) as { items: { value: string }[] };
            lengths.set(metric, Number(items[0]?.value));
        }
        const expected = QUEUES.map((queue, index) => [`s${index}-redis-{kaireon}-${queue}-wait`, index + 1] as const);
        assert.deepEqual([...lengths].sort(), expected);
    });

    it("scales by the longest queue: 120 waiting jobs in one of five want 12 workers", async () => {
        await queues?.fill("retrain-jobs", 120);
        await workersBecome(12);
    });

    it("stops at the most that it may have, and all of them run", async () => {
        for (const queue of QUEUES) await queues?.fill(queue, 500);
        await workersBecome(30);
    });

    it("goes back to the least once the queues are worked off, and every job has been done", async () => {
        queues?.workOff();
        await workersBecome(4);
        assert.deepEqual(await queues?.done(), Object.fromEntries(QUEUES.map((queue) => [queue, 500])));
    });
});
