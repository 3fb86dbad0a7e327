import assert from "node:assert/strict";
import type { PropertyMap } from "../protocol/values";
import { changes, create, problems, standIn } from "./aws-stand-in.fixture";

const QUEUE = "aws:sqs/queue:Queue";

describe("the stand-in for SQS", () => {
    it("makes a queue whose id is its URL, encrypted by SQS unless it gets a key", () => {
        const { id, state } = create(standIn(), QUEUE, { name: "undelivered" });
        assert.equal(id, "https://sqs.eu-west-1.amazonaws.com/123456789012/undelivered");
        assert.deepEqual(
            [state["arn"], state["url"], state["sqsManagedSseEnabled"]],
            ["arn:aws:sqs:eu-west-1:123456789012:undelivered", id, true],
        );
        const encrypted = create(standIn(), QUEUE, { name: "undelivered", kmsMasterKeyId: "k" });
        assert.equal(encrypted.state["sqsManagedSseEnabled"], false);
    });

    const refused: readonly (readonly [inputs: PropertyMap, problem: string])[] = [
        [{ name: "a.b" }, 'name is "a.b"; SQS allows 1 to 80 letters, digits, hyphens and underscores. Set name.'],
        [
            { name: "a", fifoQueue: true },
            'name is "a"; a FIFO queue\'s name has 1 to 75 letters, digits, hyphens and underscores, and ends in ".fifo". Set name.',
        ],
        [
            { kmsMasterKeyId: "k", sqsManagedSseEnabled: false },
            "kmsMasterKeyId and sqsManagedSseEnabled exclude each other. Remove one.",
        ],
    ];
    for (const [inputs, problem] of refused) {
        it(`refuses a queue of ${JSON.stringify(inputs)}`, () => assert.deepEqual(problems(QUEUE, inputs), [problem]));
    }

    it("changes retention and key in place, and replaces for another name", () => {
        const old = { name: "a", messageRetentionSeconds: 60, kmsMasterKeyId: "a" };
        const now = { name: "b", messageRetentionSeconds: 90, kmsMasterKeyId: "b" };
        assert.deepEqual(changes(QUEUE, old, now), {
            kmsMasterKeyId: "in place",
            messageRetentionSeconds: "in place",
            name: "replaces",
        });
    });

    it("moves a policy to another queue by replacing it", () => {
        const type = "aws:sqs/queuePolicy:QueuePolicy";
        assert.deepEqual(changes(type, { queueUrl: "a", policy: "a" }, { queueUrl: "b", policy: "b" }), {
            policy: "in place",
            queueUrl: "replaces",
        });
    });
});
