import assert from "node:assert/strict";
import { valueAt } from "../sizing/workload";
import { type RenderedChart, renderLarge } from "./rendered-chart";

const ALB = "alb.ingress.kubernetes.io";

describe("the way in", () => {
    let large: RenderedChart;
    before(async () => {
        large = await renderLarge();
    });

    it("is a load balancer with TLS, open to the stated clients alone", () => {
        const { metadata } = large.get("Ingress", "kaireon-api");
        assert.deepEqual(metadata["annotations"], {
            [`${ALB}/scheme`]: "internal",
            [`${ALB}/target-type`]: "ip",
            [`${ALB}/certificate-arn`]: "arn:aws:acm:eu-west-1:123456789012:certificate/0a1b2c3d",
            [`${ALB}/listen-ports`]: '[{"HTTP": 80}, {"HTTPS": 443}]',
            [`${ALB}/ssl-redirect`]: "443",
            [`${ALB}/ssl-policy`]: "ELBSecurityPolicy-TLS13-1-2-2021-06",
            [`${ALB}/inbound-cidrs`]: "203.0.113.0/24",
            [`${ALB}/healthcheck-path`]: "/api/ready",
            [`${ALB}/load-balancer-attributes`]:
                "idle_timeout.timeout_seconds=60,routing.http.drop_invalid_header_fields.enabled=true",
            [`${ALB}/target-group-attributes`]: "deregistration_delay.timeout_seconds=30",
        });
    });

    it("leads to the container: ingress, Service, port, health check and PORT agree", () => {
        const spec = valueAt(large.get("Ingress", "kaireon-api"), "spec");
        assert.equal(valueAt(spec, "ingressClassName"), "alb");
        assert.equal(valueAt(spec, "rules.0.host"), "decisions.example.com");
        const backend = valueAt(spec, "rules.0.http.paths.0.backend.service");
        assert.deepEqual(backend, { name: "kaireon-api", port: { name: "http" } });
        const deployment = large.get("Deployment", "kaireon-api");
        const service = large.get("Service", "kaireon-api");
        assert.deepEqual(valueAt(service, "spec.ports"), [
            { name: "http", port: 3000, targetPort: "http", protocol: "TCP" },
        ]);
        assert.deepEqual(valueAt(service, "spec.selector"), valueAt(deployment, "spec.selector.matchLabels"));
        const container = valueAt(deployment, "spec.template.spec.containers.0");
        assert.deepEqual(valueAt(container, "ports"), [{ name: "http", containerPort: 3000, protocol: "TCP" }]);
        assert.ok(
            (valueAt(container, "env") as unknown[]).some(
                (v) => valueAt(v, "name") === "PORT" && valueAt(v, "value") === "3000",
            ),
        );
        assert.equal(valueAt(container, "readinessProbe.httpGet.path"), "/api/ready");
    });

    it("has a server behind it that keeps connections longer than the load balancer", () => {
        const env = valueAt(large.get("Deployment", "kaireon-api"), "spec.template.spec.containers.0.env") as unknown[];
        const keepAlive = env.find((variable) => valueAt(variable, "name") === "KEEP_ALIVE_TIMEOUT");
        assert.equal(valueAt(keepAlive, "value"), "75000");
    });

    it("takes further attributes and annotations, which win", async () => {
        const changed = await renderLarge({
            ingress: {
                loadBalancerAttributes: { "access_logs.s3.enabled": true, "access_logs.s3.bucket": "logs" },
                annotations: { [`${ALB}/ssl-policy`]: "ELBSecurityPolicy-TLS13-1-3-2021-06" },
            },
        });
        const annotations = Object(changed.get("Ingress", "kaireon-api").metadata["annotations"]);
        assert.equal(annotations[`${ALB}/ssl-policy`], "ELBSecurityPolicy-TLS13-1-3-2021-06");
        assert.equal(
            annotations[`${ALB}/load-balancer-attributes`],
            "access_logs.s3.bucket=logs,access_logs.s3.enabled=true,idle_timeout.timeout_seconds=60," +
                "routing.http.drop_invalid_header_fields.enabled=true",
        );
    });

    it("is closed when it is not asked for", async () => {
        assert.deepEqual((await renderLarge({ ingress: { enabled: false } })).names("Ingress"), []);
    });

    it("is watched by Prometheus only when it is asked for", async () => {
        assert.deepEqual(large.names("ServiceMonitor"), []);
        const watched = await renderLarge({ monitoring: { prometheus: { enabled: true, labels: { release: "p" } } } });
        const monitor = watched.get("ServiceMonitor", "kaireon-api");
        assert.deepEqual(valueAt(monitor, "spec.endpoints"), [{ port: "http", path: "/api/metrics", interval: "30s" }]);
        assert.equal(valueAt(monitor, "metadata.labels.release"), "p");
    });
});
