import assert from "node:assert/strict";
import { record, resolved } from "../../../test/mocks";
import { PLACEMENT, THROW_AWAY } from "../placement.fixture";
import { Kinesis, type KinesisArgs } from "./kinesis";
import { streamAlarms } from "./kinesis-alarms";
import { streamGrants } from "./kinesis-grants";

const ARGS: KinesisArgs = { placement: PLACEMENT, capacity: { mode: "provisioned", shards: 21 } };
const create = (change: Partial<KinesisArgs> = {}) => record(() => new Kinesis("events", { ...ARGS, ...change }));

const STREAM = "aws:kinesis/stream:Stream";
const CONSUMER = "aws:kinesis/streamConsumer:StreamConsumer";
const KEY = "arn:aws:kms:eu-west-1:111122223333:events-key";
const alarm = (key: string) => `aws:cloudwatch/metricAlarm:MetricAlarm events-${key}`;

describe("Kinesis", () => {
    it("is a stream, its key and six alarms", async () => {
        const recording = await create();
        assert.deepEqual(recording.children("kaireon:data:Kinesis", "events"), [
            alarm("byte-rate"),
            alarm("iterator-age"),
            alarm("put-failures"),
            alarm("read-throttles"),
            alarm("record-rate"),
            alarm("write-throttles"),
            `${STREAM} events`,
            "kaireon:data:EncryptionKey events-key",
        ]);
    });

    it("has its shards, and figures of each, a key of its own, and keeps events for a week", async () => {
        const recording = await create();
        assert.deepEqual(recording.inputs(STREAM, "events"), {
            retentionPeriod: 168,
            encryptionType: "KMS",
            kmsKeyId: KEY,
            enforceConsumerDeletion: false,
            streamModeDetails: { streamMode: "PROVISIONED" },
            shardCount: 21,
            shardLevelMetrics: [
                "IncomingBytes",
                "IncomingRecords",
                "IteratorAgeMilliseconds",
                "WriteProvisionedThroughputExceeded",
            ],
        });
        assert.equal(recording.resource(STREAM, "events").protect, true);
    });

    it("on demand has no shards to count, and no alarm that counts them", async () => {
        const recording = await create({ capacity: { mode: "on-demand" }, retentionHours: 48 });
        assert.deepEqual(recording.inputs(STREAM, "events"), {
            retentionPeriod: 48,
            encryptionType: "KMS",
            kmsKeyId: KEY,
            enforceConsumerDeletion: false,
            streamModeDetails: { streamMode: "ON_DEMAND" },
        });
        const rates = recording.ofType("aws:cloudwatch/metricAlarm:MetricAlarm").map(({ name }) => name);
        assert.deepEqual(
            rates.filter((name) => name.endsWith("-rate")),
            [],
        );
    });

    it("on demand is warm for the target where the account allows it", async () => {
        const inputs = (await create({ capacity: { mode: "on-demand", warmMbPerSecond: 21 } })).inputs(
            STREAM,
            "events",
        );
        assert.equal(inputs["warmThroughputMibPs"], 21);
    });

    it("with enhanced fan-out has a consumer for the stream tier, which is told its ARN and watched", async () => {
        const recording = await create({ enhancedFanOut: true });
        const streamArn = "arn:aws:kinesis:eu-west-1:111122223333:events";
        assert.deepEqual(recording.inputs(CONSUMER, "events-stream"), { streamArn });
        const { result } = recording;
        assert.deepEqual(await resolved(result.values), {
            config: { EVENT_PUBLISHER: "kinesis" },
            kinesis: {
                enabled: true,
                streamName: "events",
                region: "eu-west-1",
                consumerArn: "arn:aws:kinesis:eu-west-1:111122223333:events-stream",
            },
        });
        const lag = recording.inputs("aws:cloudwatch/metricAlarm:MetricAlarm", "events-consumer-lag");
        assert.deepEqual(lag["dimensions"], { StreamName: "events", ConsumerName: "events-stream" });
        assert.equal(result.ready.length, 2);
    });

    it("is unprotected in a throw-away stack, and goes with whoever still reads it", async () => {
        const { inputs, protect } = (await create({ placement: THROW_AWAY })).resource(STREAM, "events");
        assert.equal(protect, false);
        assert.equal(inputs["enforceConsumerDeletion"], true);
    });

    it("points the pods at the stream, by no port of the data subnets and no secret", async () => {
        const { result } = await create();
        assert.deepEqual(await resolved(result.values), {
            config: { EVENT_PUBLISHER: "kinesis" },
            kinesis: { enabled: true, streamName: "events", region: "eu-west-1" },
        });
        assert.deepEqual([result.ports, result.secretArns, result.secretKeyArns], [[], [], []]);
        assert.equal(result.ready.length, 1);
    });
});

describe("grants on the stream", () => {
    const key = (action: string) => ({
        Effect: "Allow",
        Action: action,
        Resource: "key",
        Condition: { StringEquals: { "kms:ViaService": "kinesis.eu-west-1.amazonaws.com" } },
    });
    const access = { streamArn: "stream", consumerArn: undefined, keyArn: "key", region: "eu-west-1" };
    const read = {
        Effect: "Allow",
        Action: [
            "kinesis:DescribeStreamSummary",
            "kinesis:GetRecords",
            "kinesis:GetShardIterator",
            "kinesis:ListShards",
        ],
        Resource: "stream",
    };

    it("let api, worker and outbox publisher put events, the stream tier read them, and nobody change the stream", () => {
        assert.deepEqual(streamGrants(access), [
            {
                tiers: ["api", "worker", "outboxPublisher"],
                statements: [
                    {
                        Effect: "Allow",
                        Action: ["kinesis:DescribeStreamSummary", "kinesis:PutRecord", "kinesis:PutRecords"],
                        Resource: "stream",
                    },
                    key("kms:GenerateDataKey"),
                ],
            },
            { tiers: ["stream"], statements: [read, key("kms:Decrypt")] },
        ]);
    });

    it("with enhanced fan-out let the stream tier subscribe as its own consumer", () => {
        const [, stream] = streamGrants({ ...access, consumerArn: "consumer" });
        assert.deepEqual(stream?.statements, [
            read,
            {
                Effect: "Allow",
                Action: ["kinesis:DescribeStreamConsumer", "kinesis:SubscribeToShard"],
                Resource: "consumer",
            },
            key("kms:Decrypt"),
        ]);
    });
});

describe("alarms of the stream", () => {
    const rows = streamAlarms({ streamName: "events", consumerName: undefined, shards: 20 });
    const row = (key: string) => rows.find((one) => one.key === key);

    it("ring before the shards are used up: 80 % of a minute's events and bytes", () => {
        assert.equal(row("record-rate")?.threshold, 960_000);
        assert.equal(row("byte-rate")?.threshold, 960_000_000);
    });

    it("ring when a reader is a quarter of an hour behind", () => {
        assert.equal(row("iterator-age")?.threshold, 900_000);
        assert.deepEqual(row("iterator-age")?.series, [
            { metric: "GetRecords.IteratorAgeMilliseconds", dimensions: { StreamName: "events" } },
        ]);
    });
});
