import assert from "node:assert/strict";
import type { ChartValues } from "../app/chart-values";
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
        assert.deepEqual(valueAt(chart.get("ConfigMap", "kaireon-store-ca"), "data"), {
            "all.pem": pem,
            "postgres.pem": pem,
        });
        assert.deepEqual(certificateFiles(chart, "api"), {
            NODE_EXTRA_CA_CERTS: "/etc/kaireon/store-ca/all.pem",
            PGSSLROOTCERT: "/etc/kaireon/store-ca/postgres.pem",
        });
        assert.deepEqual(large.names("ConfigMap"), ["kaireon-config"]);
    });

    it("do not hold them for brokers and interaction stores either: in one file for Node, apart for clients that are no Node", async () => {
        const chart = await renderLarge({
            postgres: { external: { caBundle: "database" } },
            eventbus: { backend: "pulsar" },
            pulsar: { enabled: true, serviceUrl: "pulsar+ssl://p.example.com", caBundle: "pulsar" },
            interactionStore: { backend: "scylla" },
            scylla: { enabled: true, contactPoints: "s-1", datacenter: "eu", caBundle: "scylla" },
            kafka: { caBundle: "not selected" },
            externalSecrets: { pulsar: { secretArn: "arn" }, scylla: { secretArn: "arn" } },
        });
        assert.deepEqual(valueAt(chart.get("ConfigMap", "kaireon-store-ca"), "data"), {
            "all.pem": "database\npulsar\nscylla",
            "postgres.pem": "database",
            "pulsar.pem": "pulsar",
            "scylla.pem": "scylla",
        });
        const [node, libpq] = ["/etc/kaireon/store-ca/all.pem", "/etc/kaireon/store-ca/postgres.pem"];
        const PULSAR_TLS_TRUST_CERTS_FILE = "/etc/kaireon/store-ca/pulsar.pem";
        assert.deepEqual(certificateFiles(chart, "api"), {
            NODE_EXTRA_CA_CERTS: node,
            PGSSLROOTCERT: libpq,
            PULSAR_TLS_TRUST_CERTS_FILE,
        });
        assert.deepEqual(certificateFiles(chart, "ml-worker"), { NODE_EXTRA_CA_CERTS: node, PGSSLROOTCERT: libpq });
    });

    it("are a user and a password for brokers of either kind, a token for Pulsar, and the keys that are named for MCP", async () => {
        const keysOf = async (values: ChartValues, secret: string) => {
            const entries = valueAt(
                (await renderLarge(values)).get("ExternalSecret", secret),
                "spec.data",
            ) as unknown[];
            return entries.map((entry) => valueAt(entry, "secretKey"));
        };
        const secretArn = "arn";
        for (const authentication of ["scram", "plain"]) {
            const values = { kafka: { authentication }, externalSecrets: { kafka: { secretArn } } };
            assert.deepEqual(await keysOf(values, "kaireon-kafka"), ["username", "password"], authentication);
        }
        const pulsar = {
            eventbus: { backend: "pulsar" },
            pulsar: { enabled: true, serviceUrl: "pulsar+ssl://p.example.com:6651" },
            externalSecrets: { pulsar: { secretArn } },
        };
        assert.deepEqual(await keysOf(pulsar, "kaireon-pulsar"), ["token"]);
        const mcp = (more: ChartValues) => ({
            mcp: { dedicated: true },
            externalSecrets: { mcp: { secretArn, ...more } },
        });
        assert.deepEqual(await keysOf(mcp({}), "kaireon-mcp"), ["KAIREON_API_KEY", "KAIREON_TENANT_ID"]);
        const others = ["KAIREONAI_API_KEY", "KAIREONAI_TENANT_ID"];
        assert.deepEqual(await keysOf(mcp({ keys: others }), "kaireon-mcp"), others);
    });
});

/** Variables of a tier that name a file of certificates; each file must be in the volume. */
function certificateFiles(chart: RenderedChart, tier: string): Record<string, unknown> {
    const pod = valueAt(chart.get("Deployment", `kaireon-${tier}`), "spec.template.spec");
    const mounts = valueAt(pod, "containers.0.volumeMounts") as unknown[];
    assert.ok(mounts.some((mount) => valueAt(mount, "mountPath") === "/etc/kaireon/store-ca"));
    const files = valueAt(chart.get("ConfigMap", "kaireon-store-ca"), "data") as object;
    const env = valueAt(pod, "containers.0.env") as unknown[];
    const named = env.filter((variable) => String(valueAt(variable, "value")).endsWith(".pem"));
    return Object.fromEntries(
        named.map((variable) => {
            const file = String(valueAt(variable, "value"));
            assert.ok(Object.hasOwn(files, file.replace("/etc/kaireon/store-ca/", "")), file);
            return [valueAt(variable, "name"), file];
        }),
    );
}

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
