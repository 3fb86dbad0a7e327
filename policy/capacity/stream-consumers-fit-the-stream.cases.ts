import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";

const STREAM = "aws:kinesis/stream:Stream";
const CONSUMER = "aws:kinesis/streamConsumer:StreamConsumer";

const addStream = (stack: StackFixture, consumers: number) => {
    stack.add({
        type: STREAM,
        name: "events",
        protect: true,
        props: {
            encryptionType: "KMS",
            kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1",
            retentionPeriod: 168,
            streamModeDetails: { streamMode: "ON_DEMAND" },
        },
    });
    for (let number = 1; number <= consumers; number += 1)
        stack.add({ type: CONSUMER, name: `reader-${number}`, props: {}, from: { streamArn: ["events"] } });
    return stack;
};

export const cases: PolicyCases = {
    violations: [
        {
            when: "a stream has one consumer too many",
            change: (stack) => addStream(stack, 21),
            at: `${STREAM} events`,
            message: `events (${STREAM}): it has 21 consumers with enhanced fan-out, but a stream takes 20. Take 1 out.`,
            also: { "stores-require-alarm": "the stream is new and has none" },
        },
    ],
    absent: [
        { when: "consumers share the stream", change: (stack) => addStream(stack, 0), passes: true },
        {
            when: "the stream is not of this stack",
            change: (stack) => addStream(stack, 21).remove(STREAM, "events"),
            passes: true,
        },
    ],
    unknown: { never: "which stream a consumer reads is known by what its ARN is made of" },
    passes: [{ when: "a stream has as many as it takes", change: (stack) => addStream(stack, 20) }],
};
