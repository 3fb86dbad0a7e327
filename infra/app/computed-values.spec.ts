import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import type { Pool } from "../sizing/workload";
import { type ChartValues, mergeValues } from "./chart-values";
import { type ComputedValuesArgs, computedValues } from "./computed-values";
import { TIERS, type Tier } from "./tiers";

const POOLS: Readonly<Record<Tier, Pool>> = {
    api: "api",
    cron: "general",
    worker: "worker",
    mlWorker: "ml",
    outboxPublisher: "general",
    stream: "general",
    mcp: "general",
};

const tiers = TIERS.map((tier) => ({ tier, pool: POOLS[tier] }));

const args: ComputedValuesArgs = {
    region: "eu-west-1",
    tiers,
    postgresPoolSize: 12,
    images: {
        registry: "registry.example",
        tag: "1.2.3",
        api: "kaireon-api",
        worker: "kaireon-worker",
        mlWorker: "kaireon-ml",
    },
    ingress: {
        host: "decisions.example.com",
        certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/c",
        scheme: "internet-facing",
        allowedCidrs: ["203.0.113.0/24"],
    },
    network: { vpcCidr: "10.64.0.0/16", dataCidrs: ["10.64.224.0/24", "10.64.225.0/24", "10.64.226.0/24"] },
    applicationSecretArn: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:application",
    backends: [
        { config: { EVENT_PUBLISHER: "msk" }, kafka: { enabled: true, brokers: "b-1:9098" } },
        { config: { INTERACTION_STORE: "dynamodb" }, dynamodb: { enabled: true } },
    ],
};

const taint = (pool: Pool) => [{ key: "kaireon.ai/tier", operator: "Equal", value: pool, effect: "NoSchedule" }];

describe("computedValues", () => {
    it("says everything that the program knows, and nothing else", () => {
        const general = { nodeSelector: { "kaireon.ai/tier": "general" }, tolerations: [] };
        assert.deepEqual(computedValues(args), {
            image: { registry: "registry.example", tag: "1.2.3" },
            api: { image: { repository: "kaireon-api" } },
            cron: general,
            worker: {
                image: { repository: "kaireon-worker" },
                nodeSelector: { "kaireon.ai/tier": "worker" },
                tolerations: taint("worker"),
            },
            mlWorker: {
                image: { repository: "kaireon-ml" },
                nodeSelector: { "kaireon.ai/tier": "ml" },
                tolerations: taint("ml"),
            },
            outboxPublisher: { image: { repository: "kaireon-worker" }, ...general },
            stream: { image: { repository: "kaireon-worker" }, ...general },
            mcp: { image: { repository: "kaireon-api" }, ...general },
            config: {
                AWS_REGION: "eu-west-1",
                EVENT_PUBLISHER: "msk",
                INTERACTION_STORE: "dynamodb",
                CORS_ALLOWED_ORIGINS: "https://decisions.example.com",
            },
            postgres: { external: { poolSize: 12 } },
            externalSecrets: {
                enabled: true,
                region: "eu-west-1",
                application: {
                    secretArn: "arn:aws:secretsmanager:eu-west-1:111122223333:secret:application",
                    keys: [
                        "NEXTAUTH_SECRET",
                        "JWT_SIGNING_SECRET",
                        "CONNECTOR_ENCRYPTION_KEY",
                        "WEBHOOK_SIGNING_SECRET",
                        "API_KEY_PEPPER",
                        "CRON_SECRET",
                        "CRON_TOKEN",
                        "DRAIN_QUEUES_TOKEN",
                    ],
                },
            },
            ingress: {
                enabled: true,
                host: "decisions.example.com",
                certificateArn: "arn:aws:acm:eu-west-1:111122223333:certificate/c",
                scheme: "internet-facing",
                allowedCidrs: ["203.0.113.0/24"],
            },
            networkPolicy: {
                enabled: true,
                vpcCidr: "10.64.0.0/16",
                dataCidrs: ["10.64.224.0/24", "10.64.225.0/24", "10.64.226.0/24"],
            },
            kafka: { enabled: true, brokers: "b-1:9098" },
            dynamodb: { enabled: true },
        });
    });

    it("keeps what is not known yet as leaves of a plain object", () => {
        const host = pulumi.output("writer.example");
        const secretArn = pulumi.output("arn");
        const values = computedValues({
            ...args,
            applicationSecretArn: secretArn,
            backends: [{ postgres: { external: { host } } }],
        });

        assert.equal(at(values, "postgres", "external", "host"), host);
        assert.equal(at(values, "externalSecrets", "application", "secretArn"), secretArn);
        assert.equal(at(values, "externalSecrets", "region"), "eu-west-1");
    });

    it("adds a store's secret beside the application's", () => {
        const values = computedValues({ ...args, backends: [{ externalSecrets: { database: { secretArn: "rds" } } }] });
        assert.equal(at(values, "externalSecrets", "database", "secretArn"), "rds");
        assert.equal(at(values, "externalSecrets", "application", "secretArn"), args.applicationSecretArn);
    });

    describe("between the chart's values and the user's", () => {
        const base: ChartValues = {
            ingress: { enabled: false, scheme: "internal", idleTimeoutSeconds: 60 },
            config: { EVENT_PUBLISHER: "", NODE_ENV: "production" },
            worker: { tolerations: [{ key: "old" }] },
        };
        const overlay: ChartValues = { api: { nodeSelector: { "kaireon.ai/tier": "api" }, tolerations: taint("api") } };
        const user: ChartValues = {
            config: { EVENT_PUBLISHER: "aws_msk" },
            worker: { tolerations: [] },
            image: { tag: "hotfix" },
        };
        const merged = mergeValues(base, overlay, computedValues(args), user);

        it("wins over the chart's", () => {
            assert.equal(at(merged, "ingress", "scheme"), "internet-facing");
            assert.equal(at(merged, "ingress", "enabled"), true);
        });

        it("leaves what it does not know", () => {
            assert.equal(at(merged, "ingress", "idleTimeoutSeconds"), 60);
            assert.equal(configOf(merged)["NODE_ENV"], "production");
            assert.deepEqual(at(merged, "api", "tolerations"), taint("api"));
            assert.deepEqual(at(merged, "api", "nodeSelector"), { "kaireon.ai/tier": "api" });
        });

        it("loses to the user's", () => {
            assert.equal(configOf(merged)["EVENT_PUBLISHER"], "aws_msk");
            assert.deepEqual(at(merged, "worker", "tolerations"), []);
            assert.deepEqual(at(merged, "worker", "nodeSelector"), { "kaireon.ai/tier": "worker" });
            assert.deepEqual(at(merged, "image"), { registry: "registry.example", tag: "hotfix" });
        });
    });
});

function at(values: unknown, ...path: readonly string[]): unknown {
    return path.reduce<unknown>((node, key) => (node as ChartValues)[key], values);
}

function configOf(values: ChartValues): ChartValues {
    return at(values, "config") as ChartValues;
}
