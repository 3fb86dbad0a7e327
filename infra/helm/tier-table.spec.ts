import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { valueAt } from "../sizing/workload";
import { CHART, type RenderedChart, renderBase, renderLarge } from "./rendered-chart";

const CONTAINER = "spec.template.spec.containers.0";

/** The overlay's table as the vendor documents it. */
const SCALED = [
    {
        tier: "api",
        scaler: ["HorizontalPodAutoscaler", "kaireon-api-hpa", "spec.minReplicas", "spec.maxReplicas"],
        replicas: [6, 50],
        requests: { cpu: "2", memory: "4Gi" },
        limits: { cpu: "4", memory: "8Gi" },
    },
    {
        tier: "worker",
        scaler: ["ScaledObject", "kaireon-worker", "spec.minReplicaCount", "spec.maxReplicaCount"],
        replicas: [4, 30],
        requests: { cpu: "2", memory: "4Gi" },
        limits: { cpu: "4", memory: "8Gi" },
    },
    {
        tier: "ml-worker",
        scaler: ["HorizontalPodAutoscaler", "kaireon-ml-worker-hpa", "spec.minReplicas", "spec.maxReplicas"],
        replicas: [2, 10],
        requests: { cpu: "2", memory: "8Gi" },
        limits: { cpu: "8", memory: "16Gi" },
    },
] as const;

const FIXED = [
    { tier: "outbox-publisher", replicas: 3, requests: { cpu: "200m", memory: "512Mi" } },
    { tier: "stream", replicas: 2, requests: { cpu: "1", memory: "2Gi" } },
    { tier: "mcp", replicas: 2, requests: { cpu: "500m", memory: "1Gi" } },
] as const;

describe("the large overlay's tier table, in the rendered objects", () => {
    let large: RenderedChart;
    let optional: RenderedChart;
    before(async () => {
        large = await renderLarge();
        optional = await renderLarge({
            stream: { enabled: true },
            mcp: { dedicated: true },
            config: { FLOW_STREAMING_ENABLED: "true" },
        });
    });

    for (const { tier, scaler, replicas, requests, limits } of SCALED) {
        it(`${tier}: ${replicas.join(" to ")} pods, requests and limits as documented`, () => {
            const [kind, name, min, max] = scaler;
            const autoscaler = large.get(kind, name);
            const deployment = large.get("Deployment", `kaireon-${tier}`);
            assert.deepEqual([valueAt(autoscaler, min), valueAt(autoscaler, max)], replicas);
            assert.equal(valueAt(autoscaler, "spec.scaleTargetRef.name"), deployment.metadata.name);
            assert.deepEqual(valueAt(deployment, `${CONTAINER}.resources`), { requests, limits });
            assert.equal(valueAt(deployment, "spec.replicas"), undefined, "the autoscaler owns the number of pods");
        });
    }

    for (const { tier, replicas, requests } of FIXED) {
        it(`${tier}: ${replicas} pods, requests as documented`, () => {
            const deployment = optional.get("Deployment", `kaireon-${tier}`);
            assert.equal(valueAt(deployment, "spec.replicas"), replicas);
            assert.deepEqual(valueAt(deployment, `${CONTAINER}.resources.requests`), requests);
        });
    }

    it("api: scales on CPU alone, at the base chart's 70 %", () => {
        assert.deepEqual(valueAt(large.get("HorizontalPodAutoscaler", "kaireon-api-hpa"), "spec.metrics"), [
            {
                type: "Resource",
                resource: { name: "cpu", target: { type: "Utilization", averageUtilization: 70 } },
            },
        ]);
    });

    it("api: runs on its own nodes and keeps the zones even", () => {
        const pod = valueAt(large.get("Deployment", "kaireon-api"), "spec.template.spec");
        assert.deepEqual(valueAt(pod, "nodeSelector"), { "kaireon.ai/tier": "api" });
        assert.deepEqual(valueAt(pod, "tolerations"), [
            { key: "kaireon.ai/tier", operator: "Equal", value: "api", effect: "NoSchedule" },
        ]);
        assert.deepEqual(spread(pod), {
            "topology.kubernetes.io/zone": "DoNotSchedule",
            "kubernetes.io/hostname": "ScheduleAnyway",
        });
    });

    it("worker: one redis-cluster trigger for each BullMQ queue, over TLS, with the password from the Secret", () => {
        const triggers = valueAt(large.get("ScaledObject", "kaireon-worker"), "spec.triggers") as unknown[];
        const queues = ["batch-jobs", "dsar-jobs", "journey-jobs", "retrain-jobs", "seed-jobs"];
        assert.deepEqual(
            triggers,
            queues.map((queue) => ({
                type: "redis-cluster",
                name: queue,
                metadata: {
                    addresses: "clustercfg.kaireon.abc.euw1.cache.amazonaws.com:6379",
                    // The braces keep a queue on one shard; KEDA must read the key that BullMQ writes.
                    listName: `{kaireon}:${queue}:wait`,
                    listLength: "10",
                    enableTLS: "true",
                },
                authenticationRef: { name: "kaireon-redis" },
            })),
        );
        assert.equal(valueAt(large.get("ConfigMap", "kaireon-config"), "data.BULLMQ_PREFIX"), "{kaireon}");
        assert.deepEqual(valueAt(large.get("TriggerAuthentication", "kaireon-redis"), "spec.secretTargetRef"), [
            { parameter: "password", name: "kaireon-redis", key: "password" },
        ]);
    });

    it("outboxPublisher: polls every second and keeps two pods through a drain", () => {
        const env = valueAt(large.get("Deployment", "kaireon-outbox-publisher"), `${CONTAINER}.env`) as unknown[];
        assert.deepEqual(
            env.find((variable) => valueAt(variable, "name") === "OUTBOX_POLL_INTERVAL_MS"),
            { name: "OUTBOX_POLL_INTERVAL_MS", value: "1000" },
        );
        const budget = large.get("PodDisruptionBudget", "kaireon-outbox-publisher");
        assert.equal(valueAt(budget, "spec.minAvailable"), 2);
    });

    it("stream and mcp: gated off", () => {
        const tiers = ["api", "ml-worker", "outbox-publisher", "worker"];
        assert.deepEqual(
            large.names("Deployment"),
            tiers.map((tier) => `kaireon-${tier}`),
        );
    });

    it("every tier has its service account, by the name that Pod Identity associates", () => {
        const tiers = ["api", "cron", "mcp", "ml-worker", "outbox-publisher", "stream", "worker"];
        assert.deepEqual(
            optional.names("ServiceAccount"),
            tiers.map((tier) => `kaireon-${tier}`),
        );
    });
});

describe("the base chart", () => {
    it("scales the api from 3 to 20 pods and lets zones differ", async () => {
        const base = await renderBase();
        const autoscaler = base.get("HorizontalPodAutoscaler", "kaireon-api-hpa");
        assert.deepEqual([valueAt(autoscaler, "spec.minReplicas"), valueAt(autoscaler, "spec.maxReplicas")], [3, 20]);
        const pod = valueAt(base.get("Deployment", "kaireon-api"), "spec.template.spec");
        assert.equal(spread(pod)["topology.kubernetes.io/zone"], "ScheduleAnyway");
    });

    it("does not know the keys of the large overlay alone, which holds nothing beyond the documented ones", () => {
        const keys = (file: string) => Object.keys(parse(readFileSync(join(CHART, file), "utf8")));
        const overlayOnly = ["postgresExternalReplicas", "eventbus", "interactionStore"];
        const base = keys("values.yaml");
        assert.deepEqual(
            overlayOnly.filter((key) => base.includes(key)),
            [],
        );
        const tiers = ["api", "cron", "worker", "mlWorker", "outboxPublisher", "stream", "mcp"];
        assert.deepEqual(keys("values-large.yaml"), [...tiers, "postgres", "redis", "opensearch", ...overlayOnly]);
    });
});

function spread(pod: unknown): Record<string, unknown> {
    const constraints = valueAt(pod, "topologySpreadConstraints") as unknown[];
    return Object.fromEntries(constraints.map((c) => [valueAt(c, "topologyKey"), valueAt(c, "whenUnsatisfiable")]));
}
