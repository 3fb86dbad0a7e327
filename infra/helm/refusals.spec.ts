import assert from "node:assert/strict";
import type { ChartValues } from "../app/chart-values";
import { CHART, helm, LARGE_FILES, refusalOf } from "./rendered-chart";

/** Values that the schema admits, and the sentence that the chart refuses them with. */
const REFUSED: readonly { values: ChartValues; sentence: string }[] = [
    {
        values: { image: { tag: "" } },
        sentence:
            "image.tag is empty; the vendor publishes no tag to fall back on. Set image.tag to the version that you are licensed for.",
    },
    {
        values: { postgres: { external: { host: "" } } },
        sentence:
            "postgres.external.host is empty; postgres.mode external needs the writer's host. Set postgres.external.host.",
    },
    {
        values: { redis: { external: { host: "" } } },
        sentence:
            "redis.external.host is empty; redis.mode external needs the server's host (in cluster mode its configuration endpoint). Set redis.external.host.",
    },
    {
        values: { redis: { queuePrefix: "bull" } },
        sentence:
            'redis.queuePrefix is "bull"; in cluster mode it needs a part in braces, or the keys of one queue lie on several shards (CROSSSLOT). Set redis.queuePrefix to {kaireon}.',
    },
    {
        values: { externalSecrets: { region: "" } },
        sentence: "externalSecrets.region is empty; Secrets Manager is read in one region. Set externalSecrets.region.",
    },
    {
        values: { externalSecrets: { database: { secretArn: "" } } },
        sentence:
            "externalSecrets.database.secretArn is empty; the pods need that secret. Set externalSecrets.database.secretArn to the secret's ARN.",
    },
    {
        values: { kafka: { authentication: "scram" } },
        sentence:
            "externalSecrets.kafka.secretArn is empty; the pods need that secret. Set externalSecrets.kafka.secretArn to the secret's ARN.",
    },
    {
        values: { externalSecrets: { application: { keys: ["NEXTAUTH_SECRET"] } } },
        sentence:
            "externalSecrets.application.keys has no CRON_SECRET; the cron routes refuse every call without it. Add CRON_SECRET, or set cron.enabled to false.",
    },
    {
        values: { config: { EVENT_PUBLISHER: "redis" } },
        sentence:
            "config.EVENT_PUBLISHER is redis while eventbus.backend is kafka; they must name the same event bus. Clear config.EVENT_PUBLISHER, or set eventbus.backend.",
    },
    {
        values: { eventbus: { enabled: false }, config: { EVENT_PUBLISHER: "msk" } },
        sentence:
            "config.EVENT_PUBLISHER is msk while eventbus.enabled is false; without an event bus the publisher is redis. Clear config.EVENT_PUBLISHER, or set eventbus.enabled to true.",
    },
    {
        values: { kafka: { brokers: "" } },
        sentence: "kafka.brokers is empty, but eventbus.backend selects kafka. Set kafka.brokers.",
    },
    {
        values: { kafka: { enabled: false } },
        sentence:
            "kafka.enabled is false, but eventbus.backend selects kafka; the connector starts only when its block is enabled. Set kafka.enabled to true.",
    },
    {
        values: { eventbus: { backend: "kinesis" }, kinesis: { enabled: true, region: "eu-west-1" } },
        sentence: "kinesis.streamName is empty, but eventbus.backend selects kinesis. Set kinesis.streamName.",
    },
    {
        values: {
            eventbus: null,
            config: { EVENT_PUBLISHER: "eventbridge" },
            eventbridge: { enabled: true, region: "r" },
        },
        sentence:
            "eventbridge.busName is empty, but config.EVENT_PUBLISHER selects eventbridge. Set eventbridge.busName.",
    },
    {
        values: {
            config: { EVENT_PUBLISHER: "msk" },
            kafka: { authentication: "scram" },
            externalSecrets: { kafka: { secretArn: "arn" } },
        },
        sentence:
            "kafka.authentication is scram while config.EVENT_PUBLISHER is msk, which signs in with IAM. Set kafka.authentication to iam, or config.EVENT_PUBLISHER to kafka.",
    },
    {
        values: { config: { EVENT_PUBLISHER: "redpanda" } },
        sentence:
            "kafka.authentication is iam while config.EVENT_PUBLISHER is redpanda, which cannot sign in with IAM. Set kafka.authentication to scram or none, or config.EVENT_PUBLISHER to msk.",
    },
    {
        values: { config: { INTERACTION_STORE: "pg" } },
        sentence:
            "config.INTERACTION_STORE is pg while interactionStore.backend is dynamodb; they must name the same store. Clear config.INTERACTION_STORE, or set interactionStore.backend.",
    },
    {
        values: { dynamodb: { tableName: "" } },
        sentence: "dynamodb.tableName is empty, but interactionStore.backend selects dynamodb. Set dynamodb.tableName.",
    },
    {
        values: {
            interactionStore: { backend: "cassandra" },
            keyspaces: { enabled: true, keyspace: "k", region: "r" },
        },
        sentence: "keyspaces.table is empty, but interactionStore.backend selects cassandra. Set keyspaces.table.",
    },
    {
        values: { config: { SEARCH_INDEX: "pg" } },
        sentence:
            "config.SEARCH_INDEX is pg while opensearch.enabled is true; that selects opensearch. Clear config.SEARCH_INDEX, or set opensearch.enabled.",
    },
    {
        values: { opensearch: { endpoint: "" } },
        sentence: "opensearch.endpoint is empty, but opensearch.enabled is true. Set opensearch.endpoint.",
    },
    {
        values: { stream: { enabled: true } },
        sentence:
            'config.FLOW_STREAMING_ENABLED is "", but stream.enabled is true; the streaming tier needs it. Set config.FLOW_STREAMING_ENABLED to "true", or stream.enabled to false.',
    },
    {
        values: {
            stream: { enabled: true },
            eventbus: { enabled: false },
            config: { FLOW_STREAMING_ENABLED: "true" },
        },
        sentence:
            "the event bus is redis, but stream.enabled is true; streaming reads from a broker: Kafka, Kinesis or Pulsar. Set eventbus.enabled and eventbus.backend, or stream.enabled to false.",
    },
    {
        values: { config: { WORKER_INPROCESS: "1" } },
        sentence:
            "config.WORKER_INPROCESS is 1 while worker.enabled is true; jobs would run twice, or never. Clear config.WORKER_INPROCESS.",
    },
    {
        values: { config: { FLOW_INTERNAL_SCHEDULER_ENABLED: "true" } },
        sentence:
            "config.FLOW_INTERNAL_SCHEDULER_ENABLED is true, but cron.schedules.flowSchedulerTick asks for false; flows would run twice, or never. Clear config.FLOW_INTERNAL_SCHEDULER_ENABLED.",
    },
    {
        values: { api: { enabled: false }, ingress: { enabled: false } },
        sentence: "api.enabled is false, but cron.enabled is true, which needs the API. Set one of them otherwise.",
    },
    {
        values: { api: { autoscaling: { minReplicas: 60 } } },
        sentence: "api.autoscaling.minReplicas is 60, above maxReplicas 50. Raise the one or lower the other.",
    },
    {
        values: { outboxPublisher: { replicas: 2 } },
        sentence:
            "outboxPublisher.podDisruptionBudget.minAvailable is 2 at 2 replicas; no pod may be taken away, so no node can be drained. Change the budget or add a replica.",
    },
    {
        values: { api: { podDisruptionBudget: { maxUnavailable: 0 } } },
        sentence:
            "api.podDisruptionBudget.maxUnavailable is 0 at 6 replicas; no pod may be taken away, so no node can be drained. Change the budget or add a replica.",
    },
    {
        values: { worker: { podDisruptionBudget: { maxUnavailable: null, minAvailable: "80%" } } },
        sentence:
            "worker.podDisruptionBudget.minAvailable is 80% at 4 replicas; no pod may be taken away, so no node can be drained. Change the budget or add a replica.",
    },
    {
        values: { api: { podDisruptionBudget: { minAvailable: 3 } } },
        sentence:
            "api.podDisruptionBudget has both; Kubernetes takes one of minAvailable and maxUnavailable. Set the other to null.",
    },
    {
        values: { ingress: { certificateArn: "" } },
        sentence: "ingress.certificateArn is empty, but ingress.enabled is true. Set ingress.certificateArn.",
    },
    {
        values: { ingress: { allowedCidrs: [] } },
        sentence: "ingress.allowedCidrs is empty, but ingress.enabled is true. Set ingress.allowedCidrs.",
    },
    {
        values: { ingress: { deregistrationDelaySeconds: 300 } },
        sentence:
            "api.terminationGracePeriodSeconds is 60, below ingress.deregistrationDelaySeconds 300; pods would be killed while the load balancer drains them. Raise it to 300 or more.",
    },
    {
        values: { ingress: { idleTimeoutSeconds: 120 } },
        sentence:
            "api.keepAliveSeconds is 75, not above ingress.idleTimeoutSeconds 120; the load balancer would send requests into closing connections (502). Raise it above 120.",
    },
    {
        values: { api: { preStopSleepSeconds: 60 } },
        sentence:
            "api.terminationGracePeriodSeconds is 60, not above api.preStopSleepSeconds 60; no time would be left to finish requests. Raise it.",
    },
    {
        values: { networkPolicy: { vpcCidr: "" } },
        sentence:
            "networkPolicy.vpcCidr is empty, but ingress.enabled is true; the load balancer's requests would be dropped. Set networkPolicy.vpcCidr to the VPC's range.",
    },
    {
        values: { networkPolicy: { awsApiCidrs: [] } },
        sentence:
            "networkPolicy.awsApiCidrs is empty; the pods could not reach dynamodb. Set it to the ranges that dynamodb answers in.",
    },
];

describe("the chart refuses", () => {
    for (const { values, sentence } of REFUSED) {
        it(sentence, async () => {
            assert.deepEqual(await refusalOf(values), [sentence]);
        });
    }

    it("everything at once, in one message", async () => {
        const lines = await refusalOf({
            image: { tag: "" },
            kafka: { brokers: "" },
            ingress: { host: "" },
            networkPolicy: { dataCidrs: [] },
        });
        assert.deepEqual(
            lines.map((line) => line.split(" ").slice(0, 3).join(" ")),
            [
                "image.tag is empty;",
                "kafka.brokers is empty,",
                "ingress.host is empty,",
                "networkPolicy.dataCidrs (or networkPolicy.storeCidrs.postgres)",
                "networkPolicy.dataCidrs (or networkPolicy.storeCidrs.redis)",
                "networkPolicy.dataCidrs (or networkPolicy.storeCidrs.opensearch)",
                "networkPolicy.dataCidrs (or networkPolicy.storeCidrs.kafka)",
            ],
        );
    });

    it("nothing of the large values as they are", async () => {
        assert.deepEqual(await refusalOf({}), []);
    });

    it("a cluster that is too old", async () => {
        const old = helm(["template", "kaireon", CHART, "--kube-version", "1.29.0", ...LARGE_FILES]);
        await assert.rejects(old, /kubeVersion: >=1\.30\.0-0 which is incompatible with Kubernetes v1\.29\.0/);
    });
});
