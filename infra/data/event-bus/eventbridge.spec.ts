import assert from "node:assert/strict";
import { record, resolved } from "../../../test/mocks";
import { PLACEMENT, THROW_AWAY } from "../placement.fixture";
import { EVENT_NAMES } from "./event-schemas";
import { EventBridge, type EventBridgeArgs } from "./eventbridge";
import { busAlarms } from "./eventbridge-alarms";

const ROLE = "arn:aws:iam::111122223333:role/outbox-publisher";
const ARGS: EventBridgeArgs = { placement: PLACEMENT, publisherRoleArns: [ROLE] };
const create = (change: Partial<EventBridgeArgs> = {}) =>
    record(() => new EventBridge("events", { ...ARGS, ...change }));

const BUS = "aws:cloudwatch/eventBus:EventBus";
const ARCHIVE = "aws:cloudwatch/eventArchive:EventArchive";
const QUEUE = "aws:sqs/queue:Queue";
const QUEUE_POLICY = "aws:sqs/queuePolicy:QueuePolicy";
const SCHEMA = "aws:schemas/schema:Schema";
const KEY = "arn:aws:kms:eu-west-1:111122223333:events-key";
const BUS_ARN = "arn:aws:cloudwatch:eu-west-1:111122223333:events";
const QUEUE_ARN = "arn:aws:sqs:eu-west-1:111122223333:events-undelivered";
const alarm = (key: string) => `aws:cloudwatch/metricAlarm:MetricAlarm events-${key}`;

describe("EventBridge", () => {
    it("is a bus with archive, dead-letter queue, policies, schemas and four alarms, and no rule", async () => {
        const recording = await create();
        assert.deepEqual(recording.children("kaireon:data:EventBridge", "events"), [
            `${ARCHIVE} events-archive`,
            `${BUS} events`,
            "aws:cloudwatch/eventBusPolicy:EventBusPolicy events-policy",
            alarm("failed-entries"),
            alarm("put-throttles"),
            alarm("throttled-rules"),
            alarm("undelivered"),
            "aws:schemas/registry:Registry events-schemas",
            `${SCHEMA} events-decision.made.v1`,
            `${SCHEMA} events-interaction.recorded.v1`,
            `${SCHEMA} events-outcome.recorded`,
            `${QUEUE} events-undelivered`,
            `${QUEUE_POLICY} events-undelivered-policy`,
            "kaireon:data:EncryptionKey events-key",
        ]);
    });

    it("encrypts bus, archive and queue with one key that EventBridge may use", async () => {
        const recording = await create();
        assert.deepEqual(recording.inputs(BUS, "events"), {
            description: "Events of the platform",
            kmsKeyIdentifier: KEY,
            deadLetterConfig: { arn: QUEUE_ARN },
        });
        assert.deepEqual(recording.inputs(ARCHIVE, "events-archive"), {
            eventSourceArn: BUS_ARN,
            kmsKeyIdentifier: KEY,
            retentionDays: 7,
        });
        assert.deepEqual(recording.inputs(QUEUE, "events-undelivered"), {
            kmsMasterKeyId: KEY,
            messageRetentionSeconds: 1_209_600,
        });
        const policy = JSON.stringify(recording.json("aws:kms/key:Key", "events-key", "policy"));
        assert.match(policy, /events\.amazonaws\.com/);
    });

    it("takes events from the pods of the tiers that publish", async () => {
        const recording = await create();
        assert.deepEqual(recording.json("aws:cloudwatch/eventBusPolicy:EventBusPolicy", "events-policy", "policy"), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "Publishers",
                    Effect: "Allow",
                    Principal: { AWS: "arn:aws:iam::111122223333:root" },
                    Action: "events:PutEvents",
                    Resource: BUS_ARN,
                    Condition: { ArnEquals: { "aws:PrincipalArn": [ROLE] } },
                },
            ],
        });
    });

    it("lets only this bus and its rules write to the dead-letter queue", async () => {
        const recording = await create();
        assert.deepEqual(recording.json(QUEUE_POLICY, "events-undelivered-policy", "policy"), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "UndeliveredEvents",
                    Effect: "Allow",
                    Principal: { Service: "events.amazonaws.com" },
                    Action: "sqs:SendMessage",
                    Resource: QUEUE_ARN,
                    Condition: {
                        StringEquals: { "aws:SourceAccount": "111122223333" },
                        ArnLike: {
                            "aws:SourceArn": [BUS_ARN, "arn:aws:events:eu-west-1:111122223333:rule/events/*"],
                        },
                    },
                },
                {
                    Sid: "TlsOnly",
                    Effect: "Deny",
                    Principal: "*",
                    Action: "sqs:*",
                    Resource: QUEUE_ARN,
                    Condition: { Bool: { "aws:SecureTransport": "false" } },
                },
            ],
        });
    });

    it("describes each event: the envelope that all share, and the fields that are documented", async () => {
        const recording = await create();
        const { content, ...inputs } = recording.inputs(SCHEMA, "events-decision.made.v1");
        assert.deepEqual(inputs, {
            name: "decision.made.v1",
            registryName: "events-schemas",
            type: "JSONSchemaDraft4",
        });
        assert.equal(typeof content, "string");
        assert.deepEqual(recording.json(SCHEMA, "events-decision.made.v1", "content"), {
            $schema: "http://json-schema.org/draft-04/schema#",
            title: "decision.made.v1",
            type: "object",
            properties: {
                type: { type: "string", enum: ["decision.made.v1"] },
                timestamp: { type: "string", format: "date-time" },
                payload: {
                    type: "object",
                    properties: {
                        tenantId: { type: "string" },
                        customerId: { type: "string" },
                        recommendationId: { type: "string" },
                        offersReturned: { type: "integer" },
                        topOfferId: { type: "string" },
                        topPropensity: { type: "number" },
                        decisionFlowKey: { type: "string" },
                        timestamp: { type: "string", format: "date-time" },
                    },
                },
            },
            required: ["type", "timestamp", "payload"],
        });
        assert.deepEqual(EVENT_NAMES, ["interaction.recorded.v1", "decision.made.v1", "outcome.recorded"]);
    });

    it("protects bus, archive and queue, unless the stack is a throw-away", async () => {
        const [kept, throwAway] = [await create(), await create({ placement: THROW_AWAY, archiveDays: 1 })];
        for (const [type, name] of [
            [BUS, "events"],
            [ARCHIVE, "events-archive"],
            [QUEUE, "events-undelivered"],
        ] as const) {
            assert.equal(kept.resource(type, name).protect, true, name);
            assert.equal(throwAway.resource(type, name).protect, false, name);
        }
        assert.equal(throwAway.inputs(ARCHIVE, "events-archive")["retentionDays"], 1);
    });

    it("points the pods at the bus and lets api, worker and outbox publisher put events, with no secret and no key", async () => {
        const { result } = await create();
        assert.deepEqual(await resolved(result.values), {
            config: { EVENT_PUBLISHER: "eventbridge" },
            eventbridge: { enabled: true, busName: "events", region: "eu-west-1" },
        });
        assert.deepEqual(await resolved(result.grants), [
            {
                tiers: ["api", "worker", "outboxPublisher"],
                statements: [{ Effect: "Allow", Action: "events:PutEvents", Resource: BUS_ARN }],
            },
        ]);
        assert.deepEqual([result.ports, result.secretArns, result.secretKeyArns], [[], [], []]);
        assert.equal(result.ready.length, 3);
    });
});

describe("alarms of the bus", () => {
    it("name the bus where EventBridge counts by bus, and nothing where it counts by account", () => {
        assert.deepEqual(
            busAlarms("events").map(({ series: [series] }) => [series?.metric, series?.dimensions]),
            [
                ["PutEventsApproximateThrottledCount", {}],
                ["PutEventsFailedEntriesCount", {}],
                ["ThrottledRules", { EventBusName: "events" }],
            ],
        );
    });
});
