import assert from "node:assert/strict";
import { type ChartValues, mergeValues } from "../app/chart-values";
import { valueAt } from "../sizing/workload";
import { type RenderedChart, renderLarge } from "./rendered-chart";

const STREAM = { enabled: true, streamName: "kaireon-events", region: "eu-west-1" };

/** Each value of each selector, and what the pods then get. */
const SELECTORS: readonly { selected: string; values: ChartValues; environment: Readonly<Record<string, string>> }[] = [
    {
        selected: "eventbus.backend kafka with IAM",
        values: {},
        environment: {
            EVENT_PUBLISHER: "msk",
            MSK_BROKERS:
                "b-1.kaireon.kafka.eu-west-1.amazonaws.com:9098,b-2.kaireon.kafka.eu-west-1.amazonaws.com:9098",
            MSK_REGION: "eu-west-1",
        },
    },
    {
        selected: "eventbus.backend kafka with SCRAM",
        values: {
            kafka: { authentication: "scram", brokers: "b-1:9096" },
            externalSecrets: { kafka: { secretArn: "arn" } },
        },
        environment: {
            EVENT_PUBLISHER: "kafka",
            KAFKA_BROKERS: "b-1:9096",
            KAFKA_SSL: "true",
            KAFKA_SASL_MECHANISM: "scram-sha-512",
        },
    },
    {
        selected: "eventbus.backend kafka with SCRAM's smaller digest",
        values: {
            kafka: { authentication: "scram", scramMechanism: "scram-sha-256", brokers: "k-1:9093" },
            externalSecrets: { kafka: { secretArn: "arn" } },
        },
        environment: {
            EVENT_PUBLISHER: "kafka",
            KAFKA_BROKERS: "k-1:9093",
            KAFKA_SSL: "true",
            KAFKA_SASL_MECHANISM: "scram-sha-256",
        },
    },
    {
        selected: "eventbus.backend kafka with a plain password",
        values: {
            kafka: { authentication: "plain", brokers: "k-1:9092" },
            externalSecrets: { kafka: { secretArn: "arn" } },
        },
        environment: {
            EVENT_PUBLISHER: "kafka",
            KAFKA_BROKERS: "k-1:9092",
            KAFKA_SSL: "true",
            KAFKA_SASL_MECHANISM: "plain",
        },
    },
    {
        selected: "config.EVENT_PUBLISHER redpanda under the kafka alias",
        values: { config: { EVENT_PUBLISHER: "redpanda" }, kafka: { authentication: "none", brokers: "r-1:9094" } },
        environment: { EVENT_PUBLISHER: "redpanda", KAFKA_BROKERS: "r-1:9094", KAFKA_SSL: "true" },
    },
    {
        selected: "config.EVENT_PUBLISHER redpanda without TLS, which only brokers without authentication may have",
        values: {
            config: { EVENT_PUBLISHER: "redpanda" },
            kafka: { authentication: "none", tls: false, brokers: "r-1:9092" },
        },
        environment: { EVENT_PUBLISHER: "redpanda", KAFKA_BROKERS: "r-1:9092", KAFKA_SSL: "false" },
    },
    {
        selected: "eventbus.backend kinesis",
        values: { eventbus: { backend: "kinesis" }, kinesis: STREAM },
        environment: {
            EVENT_PUBLISHER: "kinesis",
            KINESIS_STREAM_NAME: "kaireon-events",
            KINESIS_REGION: "eu-west-1",
        },
    },
    {
        selected: "eventbus.backend pulsar",
        values: {
            eventbus: { backend: "pulsar" },
            pulsar: { enabled: true, serviceUrl: "pulsar+ssl://p.example.com:6651" },
            externalSecrets: { pulsar: { secretArn: "arn" } },
        },
        environment: { EVENT_PUBLISHER: "pulsar", PULSAR_SERVICE_URL: "pulsar+ssl://p.example.com:6651" },
    },
    {
        selected: "eventbus.enabled false",
        values: { eventbus: { enabled: false } },
        environment: { EVENT_PUBLISHER: "redis" },
    },
    {
        selected: "config.EVENT_PUBLISHER eventbridge without the alias",
        values: {
            eventbus: null,
            config: { EVENT_PUBLISHER: "eventbridge" },
            eventbridge: { enabled: true, busName: "kaireon", region: "eu-west-1" },
        },
        environment: {
            EVENT_PUBLISHER: "eventbridge",
            EVENTBRIDGE_BUS_NAME: "kaireon",
            EVENTBRIDGE_REGION: "eu-west-1",
        },
    },
    {
        selected: "config.EVENT_PUBLISHER eventbridge, for which the alias has no value, beside eventbus.enabled false",
        values: {
            eventbus: { enabled: false },
            config: { EVENT_PUBLISHER: "eventbridge" },
            eventbridge: { enabled: true, busName: "kaireon", region: "eu-west-1" },
        },
        environment: {
            EVENT_PUBLISHER: "eventbridge",
            EVENTBRIDGE_BUS_NAME: "kaireon",
            EVENTBRIDGE_REGION: "eu-west-1",
        },
    },
    {
        selected: "interactionStore.backend dynamodb",
        values: {},
        environment: {
            INTERACTION_STORE: "dynamodb",
            DYNAMODB_TABLE_NAME: "kaireon-interactions",
            DYNAMODB_REGION: "eu-west-1",
        },
    },
    {
        selected: "interactionStore.backend pg",
        values: { interactionStore: { backend: "pg" }, dynamodb: { enabled: false } },
        environment: { INTERACTION_STORE: "pg" },
    },
    {
        selected: "interactionStore.backend pg while DynamoDB, where interactions were, is enabled",
        values: { interactionStore: { backend: "pg" } },
        environment: {
            INTERACTION_STORE: "pg",
            DYNAMODB_TABLE_NAME: "kaireon-interactions",
            DYNAMODB_REGION: "eu-west-1",
        },
    },
    {
        selected: "interactionStore.backend scylla",
        values: {
            interactionStore: { backend: "scylla" },
            dynamodb: { enabled: false },
            scylla: { enabled: true, contactPoints: "s-1,s-2", datacenter: "eu" },
            externalSecrets: { scylla: { secretArn: "arn" } },
        },
        environment: {
            INTERACTION_STORE: "scylla",
            SCYLLA_CONTACT_POINTS: "s-1,s-2",
            SCYLLA_DATACENTER: "eu",
            SCYLLA_KEYSPACE: "kaireon",
            SCYLLA_PORT: "9042",
            SCYLLA_SSL: "true",
        },
    },
    {
        selected: "interactionStore.backend cassandra",
        values: {
            interactionStore: { backend: "cassandra" },
            dynamodb: { enabled: false },
            keyspaces: { enabled: true, keyspace: "kaireon", table: "interactions", region: "eu-west-1" },
        },
        environment: {
            INTERACTION_STORE: "cassandra",
            KEYSPACES_KEYSPACE: "kaireon",
            KEYSPACES_TABLE: "interactions",
            KEYSPACES_REGION: "eu-west-1",
        },
    },
    {
        selected: "opensearch.enabled true",
        values: {},
        environment: {
            SEARCH_INDEX: "opensearch",
            OPENSEARCH_ENDPOINT: "https://vpc-kaireon-abc.eu-west-1.es.amazonaws.com",
            OPENSEARCH_REGION: "eu-west-1",
        },
    },
    {
        selected: "opensearch.enabled false",
        values: { opensearch: { enabled: false } },
        environment: { SEARCH_INDEX: "pg" },
    },
];

/** Variables that belong to one store: none of another store may be there. */
const STORE_VARIABLE = /^(KAFKA|MSK|KINESIS|EVENTBRIDGE|PULSAR|DYNAMODB|SCYLLA|KEYSPACES|OPENSEARCH)_/;
const SELECTOR_OF = (name: string) =>
    /^(KAFKA|MSK|KINESIS|EVENTBRIDGE|PULSAR)_|^EVENT_PUBLISHER$/.test(name)
        ? "bus"
        : /^OPENSEARCH_|^SEARCH_INDEX$/.test(name)
          ? "search"
          : "store";

describe("the backend selectors", () => {
    for (const { selected, values, environment } of SELECTORS) {
        it(`${selected}: gives the pods these variables and no others of such a store`, async () => {
            const config = configOf(await renderLarge(values));
            const [first] = Object.keys(environment);
            const selector = SELECTOR_OF(String(first));
            const relevant = Object.entries(config).filter(
                ([name]) => (STORE_VARIABLE.test(name) || name === first) && SELECTOR_OF(name) === selector,
            );
            assert.deepEqual(Object.fromEntries(relevant), environment);
        });
    }
});

describe("what follows from the values", () => {
    let large: RenderedChart;
    before(async () => {
        large = await renderLarge();
    });

    it("is all in one ConfigMap, and no empty setting with it", () => {
        const { MSK_BROKERS, ...config } = configOf(large);
        assert.ok(MSK_BROKERS);
        assert.deepEqual(config, {
            AWS_REGION: "eu-west-1",
            BULLMQ_PREFIX: "{kaireon}",
            DATABASE_POOL_SIZE: "10",
            DATABASE_READ_REPLICAS: "2",
            DYNAMODB_REGION: "eu-west-1",
            DYNAMODB_TABLE_NAME: "kaireon-interactions",
            EVENT_PUBLISHER: "msk",
            FLOW_INTERNAL_SCHEDULER_ENABLED: "false",
            INTERACTION_STORE: "dynamodb",
            MSK_REGION: "eu-west-1",
            NODE_ENV: "production",
            OPENSEARCH_ENDPOINT: "https://vpc-kaireon-abc.eu-west-1.es.amazonaws.com",
            OPENSEARCH_REGION: "eu-west-1",
            REDIS_CLUSTER: "true",
            SEARCH_INDEX: "opensearch",
            WORKER_INPROCESS: "0",
        });
    });

    it("names the ML worker to the API and to the workers, which train, and to nobody when there is none", async () => {
        const url = (chart: RenderedChart, tier: string) => variablesOf(chart, tier)["ML_WORKER_URL"];
        assert.equal(url(large, "api"), "http://kaireon-ml-worker:8000");
        assert.equal(url(large, "worker"), "http://kaireon-ml-worker:8000");
        assert.equal(url(large, "outbox-publisher"), undefined);
        const without = await renderLarge({ mlWorker: { enabled: false } });
        assert.equal(url(without, "api"), undefined);
        assert.deepEqual(without.names("Service"), ["kaireon-api"]);
    });

    it("leaves jobs to the API when there are no workers", async () => {
        const without = await renderLarge({ worker: { enabled: false } });
        assert.equal(configOf(without)["WORKER_INPROCESS"], "1");
        assert.deepEqual(without.names("ScaledObject"), []);
    });

    it("uses other names for undocumented variables when told, and writes large numbers out", async () => {
        const changed = configOf(
            await renderLarge({
                variables: { queuePrefix: "QUEUE_PREFIX" },
                config: { FLOW_SCHEDULER_INTERVAL_MS: 60000000, OTEL_EXPORTER_OTLP_ENDPOINT: "http://otel:4317" },
            }),
        );
        assert.equal(changed["QUEUE_PREFIX"], "{kaireon}");
        assert.equal(changed["BULLMQ_PREFIX"], undefined);
        assert.equal(changed["FLOW_SCHEDULER_INTERVAL_MS"], "60000000");
        assert.equal(changed["OTEL_EXPORTER_OTLP_ENDPOINT"], "http://otel:4317");
    });

    it("tells the analytics path of the readers, and nobody when there are none", async () => {
        assert.ok(Object.hasOwn(variablesOf(large, "api"), "DATABASE_READ_URL"));
        const alone = await renderLarge({ postgresExternalReplicas: 0 });
        assert.equal(configOf(alone)["DATABASE_READ_REPLICAS"], "0");
        assert.ok(!Object.hasOwn(variablesOf(alone, "api"), "DATABASE_READ_URL"));
    });

    it("reads one Redis node's queues when there is no cluster", async () => {
        const single = await renderLarge({ redis: { cluster: false, external: { host: "primary.example.com" } } });
        const trigger = valueAt(single.get("ScaledObject", "kaireon-worker"), "spec.triggers.0");
        assert.equal(valueAt(trigger, "type"), "redis");
        assert.equal(valueAt(trigger, "metadata.address"), "primary.example.com:6379");
        assert.equal(configOf(single)["REDIS_CLUSTER"], "false");
    });

    const STREAMING = { stream: { enabled: true }, config: { FLOW_STREAMING_ENABLED: "true" } };
    const SOURCES: readonly { bus: string; source: string; values: ChartValues }[] = [
        { bus: "MSK", source: "kafka_consumer", values: {} },
        {
            bus: "Redpanda",
            source: "kafka_consumer",
            values: { config: { EVENT_PUBLISHER: "redpanda" }, kafka: { authentication: "none", brokers: "r-1:9092" } },
        },
        {
            bus: "Kinesis",
            source: "kinesis_consumer",
            values: { eventbus: { backend: "kinesis" }, kinesis: STREAM },
        },
        {
            bus: "Pulsar",
            source: "pulsar_consumer",
            values: {
                eventbus: { backend: "pulsar" },
                pulsar: { enabled: true, serviceUrl: "pulsar+ssl://p.example.com:6651" },
                externalSecrets: { pulsar: { secretArn: "arn" } },
            },
        },
    ];
    for (const { bus, source, values } of SOURCES) {
        it(`tells the streaming tier that it reads from ${bus}, and under which name`, async () => {
            const chart = await renderLarge(mergeValues(STREAMING, values));
            const { STREAM_SOURCE, STREAM_CONSUMER_GROUP } = variablesOf(chart, "stream");
            assert.deepEqual([STREAM_SOURCE, STREAM_CONSUMER_GROUP], [source, "kaireon-stream"]);
            assert.equal(variablesOf(chart, "worker")["STREAM_SOURCE"], undefined);
        });
    }

    it("gives the streaming tier, and no other, the consumer that enhanced fan-out made for it", async () => {
        const consumerArn = "arn:aws:kinesis:eu-west-1:111122223333:stream/kaireon-events/consumer/stream:1767225600";
        const kinesis = { eventbus: { backend: "kinesis" }, kinesis: { ...STREAM, consumerArn } };
        const chart = await renderLarge(mergeValues(STREAMING, kinesis));
        assert.equal(variablesOf(chart, "stream")["KINESIS_CONSUMER_ARN"], consumerArn);
        assert.equal(variablesOf(chart, "worker")["KINESIS_CONSUMER_ARN"], undefined);
        const other = await renderLarge(mergeValues(STREAMING, { kinesis: { consumerArn } }));
        assert.equal(variablesOf(other, "stream")["KINESIS_CONSUMER_ARN"], undefined);
    });

    it("gives the MCP server the API's address and its own key alone", async () => {
        const chart = await renderLarge({ mcp: { dedicated: true }, externalSecrets: { mcp: { secretArn: "arn" } } });
        assert.deepEqual(variablesOf(chart, "mcp"), {
            KAIREON_API_URL: "http://kaireon-api:3000",
            NPM_CONFIG_CACHE: "/tmp/.npm",
            PORT: "3001",
        });
        const container = valueAt(chart.get("Deployment", "kaireon-mcp"), "spec.template.spec.containers.0");
        assert.deepEqual(valueAt(container, "envFrom"), [{ secretRef: { name: "kaireon-mcp", optional: true } }]);
    });
});

function configOf(chart: RenderedChart): Record<string, string> {
    return valueAt(chart.get("ConfigMap", "kaireon-config"), "data") as Record<string, string>;
}

/** A tier's own variables; those out of Secrets have no value here. */
function variablesOf(chart: RenderedChart, tier: string): Record<string, unknown> {
    const env = valueAt(chart.get("Deployment", `kaireon-${tier}`), "spec.template.spec.containers.0.env") as unknown[];
    return Object.fromEntries(env.map((variable) => [valueAt(variable, "name"), valueAt(variable, "value")]));
}
