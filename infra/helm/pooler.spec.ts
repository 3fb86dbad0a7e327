import assert from "node:assert/strict";
import { valueAt } from "../sizing/workload";
import { type KubernetesObject, type RenderedChart, refusalOf, renderLarge } from "./rendered-chart";

const NAME = "kaireon-pgbouncer";
const PEM = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
const POOLED = {
    postgres: { external: { caBundle: PEM, sslMode: "verify-full" }, pooler: { enabled: true } },
};

describe("the connection pooler", () => {
    let chart: RenderedChart;
    before(async () => {
        chart = await renderLarge(POOLED);
    });

    it("is there by choice alone", async () => {
        const direct = await renderLarge();
        assert.deepEqual(kindsOf(direct), []);
        assert.deepEqual(kindsOf(chart), [
            "ConfigMap",
            "Deployment",
            "NetworkPolicy",
            "PodDisruptionBudget",
            "Service",
            "ServiceAccount",
        ]);
    });

    it("pools by transaction, bounds its connections and checks whom it talks to", () => {
        assert.deepEqual(settings(chart), [
            "[databases]",
            `kaireon = host=db.cluster-abc.eu-west-1.rds.amazonaws.com port=5432 dbname='kaireon'`,
            `kaireon_read = host=db.cluster-ro-abc.eu-west-1.rds.amazonaws.com port=5432 dbname='kaireon'`,
            "[pgbouncer]",
            "listen_addr = *",
            "listen_port = 6432",
            "unix_socket_dir =",
            "pool_mode = transaction",
            "default_pool_size = 50",
            "max_db_connections = 50",
            "max_client_conn = 5000",
            "max_prepared_statements = 200",
            "query_wait_timeout = 15",
            "auth_type = scram-sha-256",
            "auth_file = /etc/kaireon/pgbouncer-users/userlist.txt",
            "server_tls_sslmode = verify-full",
            "server_tls_ca_file = /etc/kaireon/pgbouncer/database-ca.pem",
            "ignore_startup_parameters = extra_float_digits",
            "log_connections = 0",
            "log_disconnections = 0",
        ]);
    });

    it("carries the authority's certificates beside its settings", () => {
        const data: Record<string, string> = Object(valueAt(chart.get("ConfigMap", NAME), "data"));
        assert.equal(data["database-ca.pem"], PEM);
        assert.deepEqual(valueAt(chart.get("Deployment", NAME), "spec.template.spec.containers.0.volumeMounts.0"), {
            name: "config",
            mountPath: "/etc/kaireon/pgbouncer",
            readOnly: true,
        });
    });

    it("has no readers' database where there are no readers", async () => {
        const alone = await renderLarge({ ...POOLED, postgresExternalReplicas: 0 });
        assert.equal(settings(alone).filter((line) => line.includes("_read")).length, 0);
        assert.deepEqual(Object.keys(databaseKeys(alone)), ["DATABASE_URL", "userlist.txt"]);
    });

    it("takes the place of the database in the connection strings, and knows the same password", () => {
        const login = "{{ .username | urlquery }}:{{ .password | urlquery }}";
        assert.deepEqual(databaseKeys(chart), {
            DATABASE_URL: `postgresql://${login}@kaireon-pgbouncer:6432/kaireon?sslmode=disable`,
            DATABASE_READ_URL: `postgresql://${login}@kaireon-pgbouncer:6432/kaireon_read?sslmode=disable`,
            "userlist.txt": `"{{ .username | replace "\\"" "\\"\\"" }}" "{{ .password | replace "\\"" "\\"\\"" }}"`,
        });
    });

    it("runs read-only and without privileges, three times over zones and hosts", () => {
        const deployment = chart.get("Deployment", NAME);
        const pod = valueAt(deployment, "spec.template.spec");
        assert.equal(valueAt(deployment, "spec.replicas"), 3);
        assert.deepEqual(
            (valueAt(pod, "topologySpreadConstraints") as unknown[]).map((constraint) => [
                valueAt(constraint, "topologyKey"),
                valueAt(constraint, "whenUnsatisfiable"),
            ]),
            [
                ["kubernetes.io/hostname", "ScheduleAnyway"],
                ["topology.kubernetes.io/zone", "ScheduleAnyway"],
            ],
        );
        assert.deepEqual(valueAt(pod, "securityContext"), {
            runAsNonRoot: true,
            runAsUser: 70,
            runAsGroup: 1001,
            fsGroup: 1001,
            seccompProfile: { type: "RuntimeDefault" },
        });
        assert.deepEqual(valueAt(pod, "containers.0.securityContext"), {
            allowPrivilegeEscalation: false,
            readOnlyRootFilesystem: true,
            runAsNonRoot: true,
            capabilities: { drop: ["ALL"] },
        });
        assert.equal(valueAt(pod, "automountServiceAccountToken"), false);
        assert.equal(valueAt(pod, "serviceAccountName"), NAME);
    });

    it("can lose one pod at a time, and updates with one more", () => {
        assert.equal(valueAt(chart.get("PodDisruptionBudget", NAME), "spec.maxUnavailable"), 1);
        assert.deepEqual(valueAt(chart.get("Deployment", NAME), "spec.strategy.rollingUpdate"), {
            maxSurge: 1,
            maxUnavailable: 0,
        });
    });

    it("is told of a rotated password and not restarted for it", () => {
        const deployment = chart.get("Deployment", NAME);
        assert.equal(deployment.metadata["annotations"], undefined);
        const script = String(valueAt(deployment, "spec.template.spec.containers.0.args.0"));
        assert.match(script, /cksum < \/etc\/kaireon\/pgbouncer-users\/userlist\.txt/);
        assert.match(script, /kill -HUP \$pooler/);
        const pod = valueAt(deployment, "spec.template.spec");
        assert.deepEqual(
            (valueAt(pod, "volumes") as unknown[]).find((volume) => valueAt(volume, "name") === "users"),
            {
                name: "users",
                secret: {
                    secretName: "kaireon-database",
                    items: [{ key: "userlist.txt", path: "userlist.txt" }],
                },
            },
        );
        assert.deepEqual(
            (valueAt(pod, "containers.0.volumeMounts") as unknown[]).find(
                (mount) => valueAt(mount, "name") === "users",
            ),
            { name: "users", mountPath: "/etc/kaireon/pgbouncer-users", readOnly: true },
        );
    });

    it("restarts when its own configuration changes", async () => {
        const larger = { external: POOLED.postgres.external, pooler: { enabled: true, defaultPoolSize: 80 } };
        const changed = await renderLarge({ postgres: larger });
        assert.notEqual(checksum(changed), checksum(chart));
        assert.ok(settings(changed).includes("max_db_connections = 80"));
    });

    it("is all that reaches the database, and is reached by the tiers that use it", () => {
        const policy = chart.get("NetworkPolicy", NAME);
        assert.deepEqual(valueAt(policy, "spec.egress.1"), {
            to: ["10.64.224.0/24", "10.64.225.0/24", "10.64.226.0/24"].map((cidr) => ({ ipBlock: { cidr } })),
            ports: [{ protocol: "TCP", port: 5432 }],
        });
        assert.deepEqual((valueAt(policy, "spec.ingress.0.from") as unknown[]).map(component), [
            "api",
            "worker",
            "ml-worker",
            "outbox-publisher",
        ]);
        for (const other of chart.ofKind("NetworkPolicy").filter(({ metadata }) => metadata.name !== NAME)) {
            assert.ok(!JSON.stringify(other).includes("5432"), other.metadata.name);
        }
        for (const tier of ["api", "worker", "ml-worker", "outbox-publisher"]) {
            const egress = valueAt(chart.get("NetworkPolicy", `kaireon-${tier}`), "spec.egress") as unknown[];
            const toPooler = egress.filter((rule) => component(valueAt(rule, "to.0")) === "pgbouncer");
            assert.deepEqual(
                toPooler.map((rule) => valueAt(rule, "ports")),
                [[{ protocol: "TCP", port: 6432 }]],
                tier,
            );
        }
    });

    it("is refused where it could verify nobody, or could not name the database", async () => {
        const unverified = { external: { sslMode: "verify-full", database: "my db" }, pooler: { enabled: true } };
        assert.deepEqual(await refusalOf({ postgres: unverified }), [
            "postgres.external.caBundle is empty, but postgres.pooler.enabled is true and postgres.external.sslMode is verify-full; PgBouncer trusts no authority by itself. Set postgres.external.caBundle.",
            `postgres.external.database is "my db", but postgres.pooler.enabled is true; PgBouncer's configuration takes letters, digits and _.- alone. Rename the database, or set postgres.pooler.enabled to false.`,
        ]);
    });
});

function kindsOf(chart: RenderedChart): readonly string[] {
    const own = chart.objects.filter(({ metadata }) => metadata.name === NAME);
    return own.map(({ kind }) => kind).sort();
}

/** Lines of pgbouncer.ini without comments. */
function settings(chart: RenderedChart): readonly string[] {
    const data: Record<string, string> = Object(valueAt(chart.get("ConfigMap", NAME), "data"));
    const lines = (data["pgbouncer.ini"] ?? "").split("\n").map((line) => line.trimEnd());
    return lines.filter((line) => line !== "" && !line.startsWith(";"));
}

function databaseKeys(chart: RenderedChart): Record<string, string> {
    return Object(valueAt(chart.get("ExternalSecret", "kaireon-database"), "spec.target.template.data"));
}

function checksum(chart: RenderedChart): unknown {
    const deployment: KubernetesObject = chart.get("Deployment", NAME);
    return Object(valueAt(deployment, "spec.template.metadata.annotations"))["checksum/config"];
}

/** `api` of a peer that selects the API's pods. */
function component(peer: unknown): unknown {
    return Object(valueAt(peer, "podSelector.matchLabels"))["app.kubernetes.io/component"];
}
