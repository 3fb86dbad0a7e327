import type { PolicyCases } from "../../../test/policy/cases";
import type { StackFixture } from "../../../test/policy/stack-fixture";
import { UNKNOWNS } from "../../graph/unknown";

const STREAM = "aws:kinesis/stream:Stream";

const add = (stack: StackFixture, props: Readonly<Record<string, unknown>>) =>
    stack.add({
        type: STREAM,
        name: "events",
        protect: true,
        props: {
            encryptionType: "KMS",
            kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1",
            retentionPeriod: 168,
            ...props,
        },
    });

const refused = (is: string) => ({
    at: `${STREAM} events`,
    message: `events (${STREAM}): shardCount is ${is}; it must be at least 5 for 5000 events a second. Set it to 5, or streamModeDetails.streamMode to ON_DEMAND.`,
    also: { "stores-require-alarm": "the stream is new and has none" },
});

export const cases: PolicyCases = {
    violations: [{ when: "the shards are too few", change: (stack) => add(stack, { shardCount: 4 }), ...refused("4") }],
    absent: [{ when: "nothing is said of capacity", change: (stack) => add(stack, {}), ...refused("not set") }],
    unknown: [
        {
            when: "the number of shards is not known",
            change: (stack) => add(stack, { shardCount: UNKNOWNS.number }),
            unchecked: `events (${STREAM}): shardCount is not known before the update`,
        },
    ],
    passes: [
        {
            when: "capacity follows demand",
            change: (stack) => add(stack, { streamModeDetails: { streamMode: "ON_DEMAND" } }),
        },
        { when: "the shards are enough", change: (stack) => add(stack, { shardCount: 5 }) },
    ],
};
