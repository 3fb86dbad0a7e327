import assert from "node:assert/strict";
import type { ChartValues } from "../app/chart-values";
import { CHART, helm, LARGE_FILES, refusalOf } from "./rendered-chart";

/** Values that the schema admits, all given at once, and the sentences that the chart refuses them with, in its order. */
const REFUSED: readonly { about: string; values: ChartValues; sentences: readonly string[] }[] = [
    {
        about: "what every installation needs",
        values: {
            image: { tag: "" },
            postgres: { external: { host: "" } },
            redis: { external: { host: "" }, queuePrefix: "bull" },
            externalSecrets: {
                region: "",
                application: { keys: ["NEXTAUTH_SECRET"] },
                database: { secretArn: "" },
            },
        },
        sentences: [
            "image.tag is empty; the vendor publishes no tag to fall back on. Set image.tag to the version that you are licensed for.",
            "postgres.external.host is empty; postgres.mode external needs the writer's host. Set postgres.external.host.",
            "redis.external.host is empty; redis.mode external needs the server's host (in cluster mode its configuration endpoint). Set redis.external.host.",
            'redis.queuePrefix is "bull"; in cluster mode it needs a part in braces, or the keys of one queue lie on several shards (CROSSSLOT). Set redis.queuePrefix to {kaireon}.',
            "externalSecrets.region is empty; Secrets Manager is read in one region. Set externalSecrets.region.",
            "externalSecrets.database.secretArn is empty; the pods need that secret. Set externalSecrets.database.secretArn to the secret's ARN.",
            "externalSecrets.application.keys has no CRON_SECRET; the cron routes refuse every call without it. Add CRON_SECRET, or set cron.enabled to false.",
        ],
    },
    {
        about: "settings that disagree with an alias or a tier",
        values: {
            config: {
                EVENT_PUBLISHER: "redis",
                INTERACTION_STORE: "pg",
                SEARCH_INDEX: "pg",
                WORKER_INPROCESS: "1",
                FLOW_INTERNAL_SCHEDULER_ENABLED: "true",
            },
        },
        sentences: [
            "config.EVENT_PUBLISHER is redis while eventbus.backend is kafka; they must name the same event bus. Clear config.EVENT_PUBLISHER, or set eventbus.backend.",
            "config.INTERACTION_STORE is pg while interactionStore.backend is dynamodb; they must name the same store. Clear config.INTERACTION_STORE, or set interactionStore.backend.",
            "config.SEARCH_INDEX is pg while opensearch.enabled is true; that selects opensearch. Clear config.SEARCH_INDEX, or set opensearch.enabled.",
            "config.WORKER_INPROCESS is 1 while worker.enabled is true; jobs would run twice, or never. Clear config.WORKER_INPROCESS.",
            "config.FLOW_INTERNAL_SCHEDULER_ENABLED is true, but cron.schedules.flowSchedulerTick asks for false; flows would run twice, or never. Clear config.FLOW_INTERNAL_SCHEDULER_ENABLED.",
        ],
    },
    {
        about: "a publisher beside an event bus that is off",
        values: { eventbus: { enabled: false }, config: { EVENT_PUBLISHER: "msk" } },
        sentences: [
            "config.EVENT_PUBLISHER is msk while eventbus.enabled is false; without an event bus the publisher is redis. Clear config.EVENT_PUBLISHER, or set eventbus.enabled to true.",
        ],
    },
    {
        about: "selected backends whose blocks are empty or off",
        values: {
            kafka: { enabled: false, brokers: "" },
            dynamodb: { tableName: "" },
            opensearch: { endpoint: "" },
        },
        sentences: [
            "kafka.enabled is false, but eventbus.backend selects kafka; the connector starts only when its block is enabled. Set kafka.enabled to true.",
            "kafka.brokers is empty, but eventbus.backend selects kafka. Set kafka.brokers.",
            "dynamodb.tableName is empty, but interactionStore.backend selects dynamodb. Set dynamodb.tableName.",
            "opensearch.endpoint is empty, but opensearch.enabled is true. Set opensearch.endpoint.",
        ],
    },
    {
        about: "the other backends' blocks too",
        values: {
            eventbus: { backend: "kinesis" },
            kinesis: { enabled: true, region: "eu-west-1" },
            interactionStore: { backend: "cassandra" },
            keyspaces: { enabled: true, keyspace: "k", region: "eu-west-1" },
        },
        sentences: [
            "kinesis.streamName is empty, but eventbus.backend selects kinesis. Set kinesis.streamName.",
            "keyspaces.table is empty, but interactionStore.backend selects cassandra. Set keyspaces.table.",
        ],
    },
    {
        about: "an interaction store that is enabled beside the selected one, and not filled in",
        values: { scylla: { enabled: true, contactPoints: "s-1", datacenter: "eu" }, keyspaces: { enabled: true } },
        sentences: [
            "externalSecrets.scylla.secretArn is empty; the pods need that secret. Set externalSecrets.scylla.secretArn to the secret's ARN.",
            "keyspaces.keyspace is empty, but keyspaces.enabled is true. Set keyspaces.keyspace.",
            "keyspaces.table is empty, but keyspaces.enabled is true. Set keyspaces.table.",
            "keyspaces.region is empty, but keyspaces.enabled is true. Set keyspaces.region.",
        ],
    },
    {
        about: "backends that config.* selects without an alias",
        values: {
            eventbus: null,
            interactionStore: null,
            config: { EVENT_PUBLISHER: "eventbridge", INTERACTION_STORE: "scylla" },
            eventbridge: { enabled: true, region: "eu-west-1" },
            scylla: { enabled: true, contactPoints: "s-1" },
        },
        sentences: [
            "externalSecrets.scylla.secretArn is empty; the pods need that secret. Set externalSecrets.scylla.secretArn to the secret's ARN.",
            "eventbridge.busName is empty, but config.EVENT_PUBLISHER selects eventbridge. Set eventbridge.busName.",
            "scylla.datacenter is empty, but config.INTERACTION_STORE selects scylla. Set scylla.datacenter.",
        ],
    },
    {
        about: "an authentication that the publisher does not speak, and SCRAM without its secret",
        values: { config: { EVENT_PUBLISHER: "msk" }, kafka: { authentication: "scram" } },
        sentences: [
            "externalSecrets.kafka.secretArn is empty; the pods need that secret. Set externalSecrets.kafka.secretArn to the secret's ARN.",
            "kafka.authentication is scram while config.EVENT_PUBLISHER is msk, which signs in with IAM. Set kafka.authentication to iam, or config.EVENT_PUBLISHER to kafka.",
        ],
    },
    {
        about: "IAM for a publisher that cannot, and streaming without its gate",
        values: { config: { EVENT_PUBLISHER: "redpanda" }, stream: { enabled: true } },
        sentences: [
            "kafka.authentication is iam while config.EVENT_PUBLISHER is redpanda, which cannot sign in with IAM. Set kafka.authentication to scram, plain or none, or config.EVENT_PUBLISHER to msk.",
            'config.FLOW_STREAMING_ENABLED is "", but stream.enabled is true; the streaming tier needs it. Set config.FLOW_STREAMING_ENABLED to "true", or stream.enabled to false.',
        ],
    },
    {
        about: "streaming without a broker",
        values: {
            stream: { enabled: true },
            eventbus: { enabled: false },
            config: { FLOW_STREAMING_ENABLED: "true" },
        },
        sentences: [
            "the event bus is redis, but stream.enabled is true; streaming reads from a broker: Kafka, Kinesis or Pulsar. Set eventbus.enabled and eventbus.backend, or stream.enabled to false.",
        ],
    },
    {
        about: "streaming from EventBridge, which pushes and is read by nobody",
        values: {
            stream: { enabled: true },
            eventbus: null,
            config: { EVENT_PUBLISHER: "eventbridge", FLOW_STREAMING_ENABLED: "true" },
            eventbridge: { enabled: true, busName: "kaireon", region: "eu-west-1" },
        },
        sentences: [
            "the event bus is eventbridge, but stream.enabled is true; streaming reads from a broker: Kafka, Kinesis or Pulsar. Set eventbus.enabled and eventbus.backend, or stream.enabled to false.",
        ],
    },
    {
        about: "addresses that no client understands, and passwords in clear text",
        values: {
            config: { EVENT_PUBLISHER: "kafka" },
            kafka: { authentication: "scram", tls: false, brokers: "https://k-1.example.com, k-2.example.com:9093" },
            interactionStore: { backend: "scylla" },
            scylla: { enabled: true, contactPoints: "s-1:9042", datacenter: "eu" },
            externalSecrets: { kafka: { secretArn: "arn" }, scylla: { secretArn: "arn" } },
        },
        sentences: [
            "kafka.brokers is https://k-1.example.com, k-2.example.com:9093; it must be host:port, several of them with commas and nothing else between. Correct kafka.brokers.",
            "kafka.tls is false while kafka.authentication is scram; who listens could sign in too. Set kafka.tls to true, or kafka.authentication to none.",
            "scylla.contactPoints is s-1:9042; it must be hosts alone, with commas and nothing else between: the port is scylla.port. Correct scylla.contactPoints.",
        ],
    },
    {
        about: "Pulsar's token in clear text, and no token at all",
        values: {
            eventbus: { backend: "pulsar" },
            pulsar: { enabled: true, serviceUrl: "pulsar://pulsar.example.com:6650" },
        },
        sentences: [
            "externalSecrets.pulsar.secretArn is empty; the pods need that secret. Set externalSecrets.pulsar.secretArn to the secret's ARN.",
            "pulsar.serviceUrl is pulsar://pulsar.example.com:6650; it must be pulsar+ssl://host:port: over pulsar:// the token would cross the network in clear text. Correct pulsar.serviceUrl.",
        ],
    },
    {
        about: "IAM without TLS",
        values: { kafka: { tls: false } },
        sentences: [
            "kafka.tls is false while kafka.authentication is iam; who listens could sign in too. Set kafka.tls to true, or kafka.authentication to none.",
        ],
    },
    {
        about: "callers of an API that is off",
        values: { api: { enabled: false } },
        sentences: [
            "api.enabled is false, but cron.enabled is true, which needs the API. Set one of them otherwise.",
            "api.enabled is false, but ingress.enabled is true, which needs the API. Set one of them otherwise.",
        ],
    },
    {
        about: "bounds out of order and budgets without room",
        values: {
            api: { autoscaling: { minReplicas: 60 }, podDisruptionBudget: { minAvailable: 3 } },
            worker: { podDisruptionBudget: { maxUnavailable: null, minAvailable: "80%" } },
            mlWorker: { podDisruptionBudget: { maxUnavailable: 0 } },
            outboxPublisher: { replicas: 2 },
        },
        sentences: [
            "api.autoscaling.minReplicas is 60, above maxReplicas 50. Raise the one or lower the other.",
            "api.podDisruptionBudget has both; Kubernetes takes one of minAvailable and maxUnavailable. Set the other to null.",
            "worker.podDisruptionBudget.minAvailable is 80% at 4 replicas; no pod may be taken away, so no node can be drained. Change the budget or add a replica.",
            "mlWorker.podDisruptionBudget.maxUnavailable is 0 at 2 replicas; no pod may be taken away, so no node can be drained. Change the budget or add a replica.",
            "outboxPublisher.podDisruptionBudget.minAvailable is 2 at 2 replicas; no pod may be taken away, so no node can be drained. Change the budget or add a replica.",
        ],
    },
    {
        about: "a way in that drops requests or lets nobody in",
        values: {
            ingress: {
                host: "",
                certificateArn: "",
                allowedCidrs: [],
                deregistrationDelaySeconds: 300,
                idleTimeoutSeconds: 120,
            },
            api: { preStopSleepSeconds: 60 },
        },
        sentences: [
            "ingress.host is empty, but ingress.enabled is true. Set ingress.host.",
            "ingress.certificateArn is empty, but ingress.enabled is true. Set ingress.certificateArn.",
            "ingress.allowedCidrs is empty, but ingress.enabled is true. Set ingress.allowedCidrs.",
            "api.terminationGracePeriodSeconds is 60, below ingress.deregistrationDelaySeconds 300; pods would be killed while the load balancer drains them. Raise it to 300 or more.",
            "api.keepAliveSeconds is 75, not above ingress.idleTimeoutSeconds 120; the load balancer would send requests into closing connections (502). Raise it above 120.",
            "api.terminationGracePeriodSeconds is 60, not above api.preStopSleepSeconds 60; no time would be left to finish requests. Raise it.",
        ],
    },
    {
        about: "ranges that are missing from the network policies",
        values: {
            eventbus: { enabled: false },
            opensearch: { enabled: false },
            networkPolicy: { vpcCidr: "", dataCidrs: [], awsApiCidrs: [], storeCidrs: { redis: ["192.0.2.0/24"] } },
        },
        sentences: [
            "networkPolicy.vpcCidr is empty, but ingress.enabled is true; the load balancer's requests would be dropped. Set networkPolicy.vpcCidr to the VPC's range.",
            "networkPolicy.dataCidrs (or networkPolicy.storeCidrs.postgres) is empty; the pods could not reach postgres. Set it to the ranges that postgres answers in.",
            "networkPolicy.awsApiCidrs is empty; the pods could not reach dynamodb. Set it to the ranges that dynamodb answers in.",
        ],
    },
];

describe("the chart refuses, everything that is wrong in one message,", () => {
    for (const { about, values, sentences } of REFUSED) {
        it(about, async () => {
            assert.deepEqual(await refusalOf(values), sentences);
        });
    }

    it("a cluster that is too old", async () => {
        const old = helm(["template", "kaireon", CHART, "--kube-version", "1.29.0", ...LARGE_FILES]);
        await assert.rejects(old, /kubeVersion: >=1\.30\.0-0 which is incompatible with Kubernetes v1\.29\.0/);
    });

    it("nothing of the large values as they are", async () => {
        assert.deepEqual(await refusalOf({}), []);
    });
});
