import assert from "node:assert/strict";
import { valueAt } from "../sizing/workload";
import { type RenderedChart, renderLarge } from "./rendered-chart";

const APPLICATION = [
    "NEXTAUTH_SECRET",
    "JWT_SIGNING_SECRET",
    "CONNECTOR_ENCRYPTION_KEY",
    "WEBHOOK_SIGNING_SECRET",
    "API_KEY_PEPPER",
    "CRON_SECRET",
];

describe("secrets", () => {
    let large: RenderedChart;
    let scram: RenderedChart;
    before(async () => {
        large = await renderLarge();
        scram = await renderLarge({
            kafka: { authentication: "scram" },
            externalSecrets: { kafka: { secretArn: "arn:kafka" } },
        });
    });

    it("are never in the rendered objects: no Secret, and URLs hold templates that run in the cluster", () => {
        assert.deepEqual(large.names("Secret"), []);
        const text = JSON.stringify(large.objects);
        for (const [url] of text.matchAll(/(postgresql|rediss?):\/\/[^"]*/g))
            assert.match(url, /\{\{ \.password \| urlquery \}\}@/);
        for (const [, name] of text.matchAll(/"name":"([A-Z_]*(?:SECRET|PASSWORD|TOKEN|KEY|PEPPER))","value":/g)) {
            assert.fail(`${name} is a literal`);
        }
    });

    it("come out of Secrets Manager: the application's key by key", () => {
        assert.deepEqual(valueAt(large.get("SecretStore", "kaireon-secrets-manager"), "spec.provider"), {
            aws: { service: "SecretsManager", region: "eu-west-1" },
        });
        const application = large.get("ExternalSecret", "api-secrets");
        const key = "arn:aws:secretsmanager:eu-west-1:123456789012:secret:application-AbCdEf";
        assert.deepEqual(
            valueAt(application, "spec.data"),
            APPLICATION.map((name) => ({ secretKey: name, remoteRef: { key, property: name } })),
        );
        assert.equal(valueAt(application, "spec.target.template"), undefined);
    });

    it("make the connection strings, with the password escaped and TLS demanded", () => {
        const login = "{{ .username | urlquery }}:{{ .password | urlquery }}";
        assert.deepEqual(valueAt(large.get("ExternalSecret", "kaireon-database"), "spec.target.template.data"), {
            DATABASE_URL: `postgresql://${login}@db.cluster-abc.eu-west-1.rds.amazonaws.com:5432/kaireon?sslmode=require`,
            DATABASE_READ_URL: `postgresql://${login}@db.cluster-ro-abc.eu-west-1.rds.amazonaws.com:5432/kaireon?sslmode=require`,
        });
        assert.deepEqual(valueAt(large.get("ExternalSecret", "kaireon-redis"), "spec.target.template.data"), {
            REDIS_URL: "rediss://:{{ .password | urlquery }}@clustercfg.kaireon.abc.euw1.cache.amazonaws.com:6379",
            password: "{{ .password }}",
        });
    });

    it("are read again soon enough after a rotation", () => {
        for (const secret of large.ofKind("ExternalSecret")) {
            assert.equal(valueAt(secret, "spec.refreshInterval"), "5m", secret.metadata.name);
            assert.equal(valueAt(secret, "spec.target.deletionPolicy"), "Retain", secret.metadata.name);
        }
    });

    it("reach only the tiers that use them", () => {
        assert.deepEqual(secretKeys(large), {
            "kaireon-api": ["api-secrets", "DATABASE_URL", "DATABASE_READ_URL", "REDIS_URL"],
            "kaireon-worker": ["api-secrets", "DATABASE_URL", "DATABASE_READ_URL", "REDIS_URL"],
            "kaireon-ml-worker": ["DATABASE_URL", "DATABASE_READ_URL"],
            "kaireon-outbox-publisher": ["api-secrets", "DATABASE_URL", "DATABASE_READ_URL", "REDIS_URL"],
        });
        assert.deepEqual(secretKeys(scram)["kaireon-outbox-publisher"]?.slice(-2), [
            "KAFKA_SASL_USERNAME",
            "KAFKA_SASL_PASSWORD",
        ]);
    });

    it("are all there: every key that a pod asks for is made by an ExternalSecret", () => {
        for (const chart of [large, scram]) {
            const text = JSON.stringify(chart.objects);
            const wanted = [...text.matchAll(/"secretKeyRef":\{"name":"([^"]+)","key":"([^"]+)"\}/g)];
            assert.ok(wanted.length > 10);
            for (const [, name, key] of wanted) {
                const spec = valueAt(chart.get("ExternalSecret", String(name)), "spec");
                const made = valueAt(spec, "target.template.data");
                const copied = (valueAt(spec, "data") as unknown[]).map((entry) => valueAt(entry, "secretKey"));
                const keys = made === undefined ? copied : Object.keys(Object(made));
                assert.ok(keys.includes(key), `${name} has no ${key}, only ${keys.join(", ")}`);
            }
        }
    });

    it("may be brought by other means than External Secrets", async () => {
        const own = await renderLarge({ externalSecrets: { enabled: false } });
        assert.deepEqual([own.names("ExternalSecret"), own.names("SecretStore")], [[], []]);
        assert.deepEqual(secretKeys(own), secretKeys(large));
    });

    it("do not hold the certificates that pods trust, which are public", async () => {
        const pem = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
        const chart = await renderLarge({ postgres: { external: { caBundle: pem, sslMode: "verify-full" } } });
        assert.equal(Object(valueAt(chart.get("ConfigMap", "kaireon-database-ca"), "data"))["ca.pem"], pem);
        const container = valueAt(chart.get("Deployment", "kaireon-api"), "spec.template.spec.containers.0");
        const env = valueAt(container, "env") as unknown[];
        assert.deepEqual(
            env.find((variable) => valueAt(variable, "name") === "NODE_EXTRA_CA_CERTS"),
            { name: "NODE_EXTRA_CA_CERTS", value: "/etc/kaireon/database-ca/ca.pem" },
        );
    });
});

/** By Deployment: Secrets that are taken whole, then the variables that are taken key by key. */
function secretKeys(chart: RenderedChart): Record<string, readonly unknown[]> {
    return Object.fromEntries(
        chart.ofKind("Deployment").map((deployment) => {
            const container = valueAt(deployment, "spec.template.spec.containers.0");
            const whole = ((valueAt(container, "envFrom") ?? []) as unknown[])
                .map((source) => valueAt(source, "secretRef.name"))
                .filter((name) => name !== undefined);
            const single = (valueAt(container, "env") as unknown[])
                .filter((variable) => valueAt(variable, "valueFrom") !== undefined)
                .map((variable) => valueAt(variable, "name"));
            return [deployment.metadata.name, [...whole, ...single]];
        }),
    );
}
