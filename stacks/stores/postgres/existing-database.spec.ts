import assert from "node:assert/strict";
import { type Change, loadChanged, refusalOf } from "../../config/changed-stack.fixture";
import { builtBackend, lacking, NOTHING, secretArn } from "../built-backend.fixture";

const PEM = "-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n";
const HOSTS = { host: "db.example.com", readerHost: "db-ro.example.com" };
const given = (external: object, more: object = {}): Change => ({
    values: {
        postgres: { external },
        externalSecrets: { database: { secretArn: secretArn("database") } },
        networkPolicy: { storeCidrs: { postgres: ["203.0.113.0/24"] } },
        ...more,
    },
});
const checked = (maxConnections: number): Change => ({
    ...given({ ...HOSTS, caBundle: PEM }),
    existingPostgres: { maxConnections },
});

describe("a database that is there already", () => {
    it("builds nothing and gives External Secrets the password's place", async () =>
        assert.deepEqual(await builtBackend("postgres", given(HOSTS)), {
            ...NOTHING,
            block: "existingPostgres",
            values: { postgres: { mode: "external" } },
            secretArns: [secretArn("database")],
            writerEndpoint: "db.example.com",
        }));

    it("takes no address of the data subnets", () => {
        const addresses = (change: Change) => loadChanged(change).size.subnets.data;
        assert.ok(addresses(given(HOSTS)) < addresses({}));
    });

    it("is refused with everything that it lacks at once", () =>
        assert.deepEqual(refusalOf({ values: { postgres: { external: { host: "db.example.com" } } } }), [
            "postgres.external.readerHost is missing; postgresExternalReplicas is 2. Set it in kaireon:values to the host that spreads over the readers, or postgresExternalReplicas to 0.",
            lacking.secret("database", "the database", "username, password"),
            lacking.addresses("postgres", "the database"),
        ]));

    it("is taken without readers where their number is 0, and refused with a host of readers then", () => {
        const alone = { postgresExternalReplicas: 0 };
        assert.doesNotThrow(() => loadChanged(given({ host: "db.example.com" }, alone)));
        assert.deepEqual(refusalOf(given(HOSTS, alone)), [
            "postgres.external.readerHost is db-ro.example.com; postgresExternalReplicas is 0, so that no pod would be told of it. Set postgresExternalReplicas to the number of readers in kaireon:values, or remove the host.",
        ]);
    });

    it("may have more readers than Aurora allows", () =>
        assert.doesNotThrow(() => loadChanged(given(HOSTS, { postgresExternalReplicas: 20 }))));

    it("is refused with certificates that are none", () =>
        assert.deepEqual(refusalOf(given({ ...HOSTS, caBundle: "rds" })), [
            "postgres.external.caBundle is rds; it holds no certificate. Put the authority's certificates there in PEM, from BEGIN CERTIFICATE to END CERTIFICATE.",
        ]));

    it("comes with a warning of what was not checked", () =>
        assert.deepEqual(loadChanged(given(HOSTS)).warnings, [
            "postgres.external.caBundle is missing; the application checks the database's certificate, and images trust neither RDS's authority nor a private one. Set it to the authority's certificates unless your images carry them.",
            "kaireon:existingPostgres.maxConnections is missing; whether the database takes the 990 connections that 99 pods may open is not checked. Set it to the database's max_connections less what is reserved.",
        ]));

    it("comes without a warning when its connections and its authority are known", () =>
        assert.deepEqual(loadChanged(checked(990)).warnings, []));

    it("is refused when all pods together open more connections than it allows", () => {
        assert.deepEqual(refusalOf(checked(989)), [
            "kaireon:postgres.poolSizePerPod is 10; 99 pods at their maximum would open 990 connections and kaireon:existingPostgres.maxConnections is 989. Set it to 9 or less, or turn on postgres.pooler.",
        ]);
        assert.deepEqual(refusalOf(checked(60)), [
            "kaireon:postgres.poolSizePerPod is 10; 99 pods at their maximum would open 990 connections and kaireon:existingPostgres.maxConnections is 60. Turn on postgres.pooler in kaireon:values.",
        ]);
    });

    it("is not held to the classes and versions of Aurora", () =>
        assert.doesNotThrow(() =>
            loadChanged({
                ...given(HOSTS),
                "postgres.instanceClass": "db.r7g.3xlarge",
                "postgres.engineVersion": "14.20",
            }),
        ));
});
