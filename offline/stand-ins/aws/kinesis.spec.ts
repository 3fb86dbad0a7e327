import assert from "node:assert/strict";
import type { PropertyMap } from "../protocol/values";
import { changes, create, problems, standIn } from "./aws-stand-in.fixture";

const STREAM = "aws:kinesis/stream:Stream";
const CONSUMER = "aws:kinesis/streamConsumer:StreamConsumer";
const ON_DEMAND = { streamModeDetails: { streamMode: "ON_DEMAND" } };

describe("the stand-in for Kinesis", () => {
    it("makes a stream whose id is its ARN", () => {
        const { id, state } = create(standIn(), STREAM, { name: "events", shardCount: 4 });
        assert.equal(id, "arn:aws:kinesis:eu-west-1:123456789012:stream/events");
        assert.deepEqual(
            [state["arn"], state["maxRecordSizeInKib"], state["streamModeDetails"]],
            [id, 1024, { streamMode: "PROVISIONED" }],
        );
    });

    it("registers a consumer below its stream", () => {
        const streamArn = "arn:aws:kinesis:eu-west-1:123456789012:stream/events";
        const { id, state } = create(standIn(), CONSUMER, { name: "worker", streamArn });
        assert.equal(id, `${streamArn}/consumer/worker:1767225600`);
        assert.equal(state["arn"], id);
    });

    const refused: readonly (readonly [inputs: PropertyMap, problem: string])[] = [
        [{}, "shardCount must be at least 1 when streamMode is PROVISIONED. Set it."],
        [{ ...ON_DEMAND, shardCount: 4 }, "shardCount must not be set when streamMode is ON_DEMAND. Remove it."],
        [{ ...ON_DEMAND, encryptionType: "KMS" }, "encryptionType KMS needs kmsKeyId. Set it."],
        [{ ...ON_DEMAND, retentionPeriod: 12 }, "retentionPeriod is 12; Kinesis allows 24 to 8760 hours. Correct it."],
        [
            { ...ON_DEMAND, maxRecordSizeInKib: 512 },
            "maxRecordSizeInKib is 512; Kinesis allows 1024 to 10240 KiB. Correct it.",
        ],
    ];
    for (const [inputs, problem] of refused) {
        it(`refuses a stream of ${JSON.stringify(inputs)}`, () =>
            assert.deepEqual(problems(STREAM, inputs), [problem]));
    }

    it("accepts streams of both modes", () => {
        assert.deepEqual(problems(STREAM, { shardCount: 4, encryptionType: "KMS", kmsKeyId: "k" }), []);
        assert.deepEqual(problems(STREAM, { ...ON_DEMAND, retentionPeriod: 168 }), []);
    });

    it("changes mode, shards, key and retention in place, and replaces for another name", () => {
        const old = { name: "a", shardCount: 4, kmsKeyId: "a", retentionPeriod: 24 };
        const now = { name: "b", ...ON_DEMAND, kmsKeyId: "b", retentionPeriod: 48 };
        assert.deepEqual(changes(STREAM, old, now), {
            kmsKeyId: "in place",
            name: "replaces",
            retentionPeriod: "in place",
            shardCount: "in place",
            streamModeDetails: "in place",
        });
    });
});
