import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import { parse } from "yaml";
import { type ChartValues, mergeValues } from "../app/chart-values";
import { CHART, refusalOf } from "./rendered-chart";

/** Values that the schema refuses, as Helm says it, and the path and rule that ajv gives for the same. */
const REFUSED: readonly { values: ChartValues; helm: string; ajv: string }[] = [
    {
        values: { kafak: { brokers: "b" } },
        helm: "at '': additional properties 'kafak' not allowed",
        ajv: " must NOT have additional properties: kafak",
    },
    {
        values: { api: { autoscaling: { minReplica: 6 } } },
        helm: "at '/api/autoscaling': additional properties 'minReplica' not allowed",
        ajv: "/api/autoscaling must NOT have additional properties: minReplica",
    },
    {
        values: { cron: { schedules: { cleanUp: { enabled: true } } } },
        helm: "at '/cron/schedules': additional properties 'cleanUp' not allowed",
        ajv: "/cron/schedules must NOT have additional properties: cleanUp",
    },
    {
        values: { variables: { redisUrl: "REDIS" } },
        helm: "at '/variables': additional properties 'redisUrl' not allowed",
        ajv: "/variables must NOT have additional properties: redisUrl",
    },
    {
        values: { networkPolicy: { extraEgress: { apis: [] } } },
        helm: "at '/networkPolicy/extraEgress': additional properties 'apis' not allowed",
        ajv: "/networkPolicy/extraEgress must NOT have additional properties: apis",
    },
    {
        values: { eventbus: { backend: "rabbitmq" } },
        helm: "at '/eventbus/backend': value must be one of 'kafka', 'kinesis', 'pulsar'",
        ajv: "/eventbus/backend must be equal to one of the allowed values: kafka, kinesis, pulsar",
    },
    {
        values: { interactionStore: { backend: "postgresql" } },
        helm: "at '/interactionStore/backend': value must be one of 'pg', 'dynamodb', 'scylla', 'cassandra'",
        ajv: "/interactionStore/backend must be equal to one of the allowed values: pg, dynamodb, scylla, cassandra",
    },
    {
        values: { config: { EVENT_PUBLISHER: "sqs" } },
        helm: "at '/config/EVENT_PUBLISHER': value must be one of '', 'redis', 'kafka', 'redpanda', 'msk', 'aws_msk', 'kinesis', 'eventbridge', 'pulsar'",
        ajv: "/config/EVENT_PUBLISHER must be equal to one of the allowed values: , redis, kafka, redpanda, msk, aws_msk, kinesis, eventbridge, pulsar",
    },
    {
        values: { postgres: { mode: "internal" } },
        helm: "at '/postgres/mode': value must be 'external'",
        ajv: "/postgres/mode must be equal to one of the allowed values: external",
    },
    {
        values: { redis: { mode: "incluster" } },
        helm: "at '/redis/mode': value must be 'external'",
        ajv: "/redis/mode must be equal to one of the allowed values: external",
    },
    {
        values: { kafka: { authentication: "oauthbearer" } },
        helm: "at '/kafka/authentication': value must be one of 'iam', 'scram', 'plain', 'none'",
        ajv: "/kafka/authentication must be equal to one of the allowed values: iam, scram, plain, none",
    },
    {
        values: { kafka: { scramMechanism: "plain" } },
        helm: "at '/kafka/scramMechanism': value must be one of 'scram-sha-512', 'scram-sha-256'",
        ajv: "/kafka/scramMechanism must be equal to one of the allowed values: scram-sha-512, scram-sha-256",
    },
    {
        values: { pulsar: { port: "6651" } },
        helm: "at '/pulsar/port': got string, want null or integer",
        ajv: "/pulsar/port must be integer,null",
    },
    {
        values: { stream: { consumerGroup: "kaireon stream" } },
        helm: "at '/stream/consumerGroup': 'kaireon stream' does not match pattern '^[A-Za-z0-9._-]{1,200}$'",
        ajv: '/stream/consumerGroup must match pattern "^[A-Za-z0-9._-]{1,200}$"',
    },
    {
        values: { api: { topologySpread: { zone: "Strict" } } },
        helm: "at '/api/topologySpread/zone': value must be one of 'ScheduleAnyway', 'DoNotSchedule'",
        ajv: "/api/topologySpread/zone must be equal to one of the allowed values: ScheduleAnyway, DoNotSchedule",
    },
    {
        values: { postgresExternalReplicas: -1 },
        helm: "at '/postgresExternalReplicas': minimum: got -1, want 0",
        ajv: "/postgresExternalReplicas must be >= 0",
    },
    {
        values: { api: { resources: { requests: { memory: "4GB" } } } },
        helm: "at '/api/resources/requests/memory': '4GB' does not match pattern '^[0-9]+(\\\\.[0-9]+)?(Ki|Mi|Gi|Ti|k|M|G|T)?$'",
        ajv: '/api/resources/requests/memory must match pattern "^[0-9]+(\\.[0-9]+)?(Ki|Mi|Gi|Ti|k|M|G|T)?$"',
    },
    {
        values: { opensearch: { enabled: "yes" } },
        helm: "at '/opensearch/enabled': got string, want boolean",
        ajv: "/opensearch/enabled must be boolean",
    },
    {
        values: { config: { DATABASE_URL: "postgresql://user:pass@host/db" } },
        helm: "at '/config/DATABASE_URL': value must be ''",
        ajv: "/config/DATABASE_URL must be equal to one of the allowed values: ",
    },
    {
        values: { podSecurity: { runAsUser: 0 } },
        helm: "at '/podSecurity/runAsUser': minimum: got 0, want 1",
        ajv: "/podSecurity/runAsUser must be >= 1",
    },
];

describe("values.schema.json", () => {
    const read = (file: string) => readFileSync(join(CHART, file), "utf8");
    const base: ChartValues = parse(read("values.yaml"));
    const large = mergeValues(base, parse(read("values-large.yaml")));
    const ajv = new Ajv({ strict: true, allErrors: true, allowUnionTypes: true });
    const validate = ajv.compile(JSON.parse(read("values.schema.json")));
    const problems = (values: ChartValues): readonly string[] => {
        validate(values);
        return (validate.errors ?? []).map(({ instancePath, message, params }) => {
            const detail =
                params["additionalProperty"] ?? (params["allowedValues"] as unknown[] | undefined)?.join(", ");
            return `${instancePath} ${message}${detail === undefined ? "" : `: ${detail}`}`;
        });
    };

    it("takes the base values, the large overlay and what a stack computes", () => {
        assert.deepEqual(problems(base), []);
        assert.deepEqual(problems(mergeValues(large, parse(read("fixtures/endpoints.yaml")))), []);
    });

    it("takes text where the infrastructure gives a port", () => {
        const ports = { postgres: { external: { port: "5432" } }, redis: { external: { port: "6379" } } };
        assert.deepEqual(problems(mergeValues(large, ports)), []);
    });

    it("takes free names where Kubernetes and the application have them", () => {
        const free = {
            config: { SIEM_BACKEND: "splunk", FLOW_SCHEDULER_INTERVAL_MS: 60000, SINGLE_TENANT_MODE: true },
            api: { env: { NODE_OPTIONS: "--max-old-space-size=6144" }, nodeSelector: { "example.com/disk": "ssd" } },
            ingress: { annotations: { "alb.ingress.kubernetes.io/wafv2-acl-arn": "arn" } },
        };
        assert.deepEqual(problems(mergeValues(large, free)), []);
    });

    for (const { values, ajv: expected } of REFUSED) {
        it(`refuses ${JSON.stringify(values)} by name`, () => {
            assert.deepEqual(problems(mergeValues(large, values)), [expected]);
        });
    }

    it("refuses the same in Helm, which says all of them at once", async () => {
        const refused = await refusalOf(mergeValues(...REFUSED.map(({ values }) => values)));
        assert.deepEqual([...refused].sort(), REFUSED.map(({ helm }) => helm).sort());
    });

    it("knows every key of the values and no other", () => {
        const { properties } = JSON.parse(read("values.schema.json"));
        const overlayOnly = ["postgresExternalReplicas", "eventbus", "interactionStore"];
        assert.deepEqual(Object.keys(properties).sort(), [...Object.keys(base), ...overlayOnly, "global"].sort());
    });
});
