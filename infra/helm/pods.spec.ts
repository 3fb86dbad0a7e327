import assert from "node:assert/strict";
import { valueAt } from "../sizing/workload";
import { type RenderedChart, renderLarge } from "./rendered-chart";

const ALL_TIERS = {
    stream: { enabled: true },
    mcp: { dedicated: true },
    config: { FLOW_STREAMING_ENABLED: "true" },
};

describe("the pods", () => {
    let chart: RenderedChart;
    let pods: readonly { owner: string; spec: unknown }[];
    before(async () => {
        chart = await renderLarge(ALL_TIERS);
        pods = [
            ...chart
                .ofKind("Deployment")
                .map((o) => ({ owner: o.metadata.name, spec: valueAt(o, "spec.template.spec") })),
            ...chart.ofKind("CronJob").map((o) => ({
                owner: o.metadata.name,
                spec: valueAt(o, "spec.jobTemplate.spec.template.spec"),
            })),
        ];
        assert.equal(pods.length, 12, "six Deployments and six CronJobs");
    });

    it("all meet the restricted Pod Security level", () => {
        for (const { owner, spec } of pods) {
            const pod = valueAt(spec, "securityContext");
            assert.equal(valueAt(pod, "runAsNonRoot"), true, owner);
            assert.ok(Number(valueAt(pod, "runAsUser")) > 0, owner);
            assert.deepEqual(valueAt(pod, "seccompProfile"), { type: "RuntimeDefault" }, owner);
            for (const container of valueAt(spec, "containers") as unknown[]) {
                assert.deepEqual(
                    valueAt(container, "securityContext"),
                    {
                        allowPrivilegeEscalation: false,
                        readOnlyRootFilesystem: true,
                        runAsNonRoot: true,
                        capabilities: { drop: ["ALL"] },
                    },
                    owner,
                );
            }
            const volumes = (valueAt(spec, "volumes") ?? []) as object[];
            const kinds = volumes.flatMap((volume) => Object.keys(volume)).filter((key) => key !== "name");
            assert.deepEqual(
                kinds.filter((kind) => !["emptyDir", "configMap"].includes(kind)),
                [],
                owner,
            );
            for (const key of ["hostNetwork", "hostPID", "hostIPC"]) assert.equal(valueAt(spec, key), undefined, owner);
        }
    });

    it("carry no token of the Kubernetes API and run as their tier's service account", () => {
        for (const { owner, spec } of pods) {
            assert.equal(valueAt(spec, "automountServiceAccountToken"), false, owner);
            const account = String(valueAt(spec, "serviceAccountName"));
            assert.equal(account, owner.startsWith("kaireon-cron-") ? "kaireon-cron" : owner);
            assert.equal(valueAt(chart.get("ServiceAccount", account), "automountServiceAccountToken"), false);
        }
    });

    it("can write to /tmp, and the API to Next.js's cache, although the image is read-only", () => {
        const mounts = (name: string) => {
            const container = valueAt(chart.get("Deployment", name), "spec.template.spec.containers.0");
            return (valueAt(container, "volumeMounts") as unknown[]).map((mount) => valueAt(mount, "mountPath"));
        };
        assert.deepEqual(mounts("kaireon-api"), ["/tmp", "/app/.next/cache"]);
        assert.deepEqual(mounts("kaireon-worker"), ["/tmp"]);
    });

    it("have the documented probes, and none where the vendor documents none", () => {
        const paths = (name: string) =>
            Object.fromEntries(
                ["startupProbe", "readinessProbe", "livenessProbe"].map((probe) => [
                    probe,
                    valueAt(chart.get("Deployment", name), `spec.template.spec.containers.0.${probe}.httpGet.path`),
                ]),
            );
        const api = { startupProbe: "/api/health", readinessProbe: "/api/ready", livenessProbe: "/api/health" };
        const ml = { startupProbe: "/health", readinessProbe: "/health", livenessProbe: "/health" };
        const none = { startupProbe: undefined, readinessProbe: undefined, livenessProbe: undefined };
        assert.deepEqual(paths("kaireon-api"), api);
        assert.deepEqual(paths("kaireon-ml-worker"), ml);
        assert.deepEqual(paths("kaireon-worker"), none);
        assert.deepEqual(paths("kaireon-outbox-publisher"), none);
    });

    it("ask the MCP server's port alone, for no endpoint of it is documented", () => {
        const container = valueAt(chart.get("Deployment", "kaireon-mcp"), "spec.template.spec.containers.0");
        for (const probe of ["startupProbe", "readinessProbe", "livenessProbe"]) {
            assert.deepEqual(valueAt(container, `${probe}.tcpSocket`), { port: "http" }, probe);
        }
        assert.equal(valueAt(container, "ports.0.containerPort"), 3001);
    });

    it("take probes of any tier from the values", async () => {
        const probe = { exec: { command: ["test", "-e", "/tmp/alive"] } };
        const changed = await renderLarge({ outboxPublisher: { probes: { liveness: probe } } });
        const container = valueAt(
            changed.get("Deployment", "kaireon-outbox-publisher"),
            "spec.template.spec.containers.0",
        );
        assert.deepEqual(valueAt(container, "livenessProbe"), probe);
    });

    it("spread by revision, ignore zones whose nodes are tainted, and never demand three zones", () => {
        for (const { spec } of pods.slice(0, 6)) {
            for (const constraint of valueAt(spec, "topologySpreadConstraints") as unknown[]) {
                assert.equal(valueAt(constraint, "maxSkew"), 1);
                assert.equal(valueAt(constraint, "nodeTaintsPolicy"), "Honor");
                assert.deepEqual(valueAt(constraint, "matchLabelKeys"), ["pod-template-hash"]);
                // With a zone lost, minDomains 3 would admit no pod beyond one per zone.
                assert.equal(valueAt(constraint, "minDomains"), undefined);
            }
        }
    });

    it("restart when a Secret changes, and when the configuration does", async () => {
        const checksum = (of: RenderedChart) =>
            Object(valueAt(of.get("Deployment", "kaireon-api"), "spec.template.metadata.annotations"))[
                "checksum/config"
            ];
        for (const { metadata } of chart.ofKind("Deployment")) {
            assert.deepEqual(metadata["annotations"], { "secret.reloader.stakater.com/auto": "true" });
        }
        const changed = await renderLarge({ ...ALL_TIERS, config: { ...ALL_TIERS.config, LOG_LEVEL: "debug" } });
        assert.notEqual(checksum(changed), checksum(chart));
    });

    it("can each be taken away: every budget leaves room at the fewest pods", () => {
        const fewest: Record<string, number> = {
            api: 6,
            worker: 4,
            "ml-worker": 2,
            "outbox-publisher": 3,
            stream: 2,
            mcp: 2,
        };
        const room = chart.ofKind("PodDisruptionBudget").map((budget) => {
            const pods = Number(fewest[budget.metadata.name.replace("kaireon-", "")]);
            const minAvailable = valueAt(budget, "spec.minAvailable");
            if (minAvailable !== undefined) return [budget.metadata.name, pods - Number(minAvailable)];
            const value = String(valueAt(budget, "spec.maxUnavailable"));
            const share = value.endsWith("%") ? Math.ceil((pods * Number.parseInt(value, 10)) / 100) : Number(value);
            return [budget.metadata.name, share];
        });
        assert.deepEqual(Object.fromEntries(room), {
            "kaireon-api": 1,
            "kaireon-worker": 1,
            "kaireon-ml-worker": 1,
            "kaireon-outbox-publisher": 1,
            "kaireon-stream": 1,
            "kaireon-mcp": 1,
        });
    });

    it("go on serving while the load balancer takes them out, and have time left to finish", () => {
        const pod = valueAt(chart.get("Deployment", "kaireon-api"), "spec.template.spec");
        assert.deepEqual(valueAt(pod, "containers.0.lifecycle"), { preStop: { sleep: { seconds: 20 } } });
        assert.equal(valueAt(pod, "terminationGracePeriodSeconds"), 60);
        assert.deepEqual(valueAt(chart.get("Deployment", "kaireon-api"), "spec.strategy.rollingUpdate"), {
            maxSurge: 3,
            maxUnavailable: 0,
        });
    });
});
