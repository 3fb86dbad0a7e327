import assert from "node:assert/strict";
import { type Change, loadChanged, refusalOf } from "../../config/changed-stack.fixture";
import { recordBus } from "./built-bus.fixture";

const KINESIS: Change = { "values.eventbus.backend": "kinesis" };
const STREAMING: Change = { "values.stream.enabled": true, "values.config.FLOW_STREAMING_ENABLED": "true" };

/** What is said of Kinesis, and not of the other stores. */
const warnings = (change: Change) =>
    loadChanged({ ...KINESIS, ...change }).warnings.filter((text) => /kinesis|stream has|shards/.test(text));

describe("Kinesis as the event bus", () => {
    const refused: readonly [string, Change, string][] = [
        [
            "a mode that Kinesis does not have",
            { "kinesis.mode": "serverless" },
            "kaireon:kinesis.mode is serverless; it must be on-demand or provisioned. Correct kaireon:kinesis.mode.",
        ],
        [
            "a retention that Kinesis does not have",
            { "kinesis.retentionHours": 12 },
            "kaireon:kinesis.retentionHours is 12; it must be 24 or more. Raise kaireon:kinesis.retentionHours.",
        ],
        [
            "fewer shards than the target rate needs",
            { "kinesis.shards": 10 },
            "kaireon:kinesis.shards is 10; 5000 decisions a second cause 20000 events or 21 MB, and a shard takes 1000 events or 1 MB. Set it to 21 or more, or remove it.",
        ],
        [
            "shards of an on-demand stream",
            { "kinesis.mode": "on-demand", "kinesis.shards": 21 },
            "kaireon:kinesis.shards is 21; an on-demand stream splits its shards by itself. Remove it, or set kaireon:kinesis.mode to provisioned.",
        ],
        [
            "a provisioned stream that is to be warm",
            { "kinesis.mode": "provisioned", "kinesis.warmThroughput": true },
            "kaireon:kinesis.warmThroughput is true; a provisioned stream has its shards and cannot be warmed. Remove it, or set kaireon:kinesis.mode to on-demand.",
        ],
        [
            "a misspelt setting",
            { "kinesis.shard": 21 },
            "kaireon:kinesis.shard is 21; there is no such setting. Did you mean kaireon:kinesis.shards?",
        ],
    ];
    for (const [what, change, message] of refused) {
        it(`refuses ${what}`, () => assert.deepEqual(refusalOf({ ...KINESIS, ...change }), [message]));
    }

    it("takes its settings without a word while another bus is chosen", () => {
        assert.doesNotThrow(() => loadChanged({ "kinesis.shards": 1 }));
    });

    it("says nothing of a stream that takes the target rate from the first minute", () => {
        assert.deepEqual(warnings({}), []);
        assert.deepEqual(warnings({ "kinesis.warmThroughput": true }), []);
        assert.deepEqual(warnings({ "kinesis.mode": "on-demand", "target.decisionsPerSecond": 900 }), []);
    });

    const warned: readonly [string, Change, string][] = [
        [
            "that a new on-demand stream does not take the target rate",
            { "kinesis.mode": "on-demand" },
            "kaireon:kinesis.mode is on-demand; a new stream takes 4 MB a second and doubles what it has seen, and 5000 decisions a second write 21. Start with provisioned and change the mode later: the stream keeps what it takes.",
        ],
        [
            "that the account must be given more shards",
            { "kinesis.shards": 20001 },
            "kaireon:target.decisionsPerSecond is 5000; the stream has 20001 shards and an account starts with 20000 in eu-west-1. Have AWS raise quota L-0918CF54 before the first up.",
        ],
        [
            "that nobody uses the consumer",
            { "kinesis.enhancedFanOut": true },
            "kaireon:kinesis.enhancedFanOut is true; the consumer is the stream tier's, which is off. Remove it, or set stream.enabled to true in kaireon:values.",
        ],
    ];
    for (const [what, change, message] of warned) {
        it(`says ${what}`, () => assert.deepEqual(warnings(change), [message]));
    }

    it("is silent on the consumer when the stream tier is on", () => {
        assert.deepEqual(warnings({ ...STREAMING, "kinesis.enhancedFanOut": true }), []);
    });

    const builds: readonly [string, Change, Readonly<Record<string, unknown>>][] = [
        ["the shards of the target rate", {}, { streamModeDetails: { streamMode: "PROVISIONED" }, shardCount: 21 }],
        ["the shards that are set", { "kinesis.shards": 40 }, { shardCount: 40 }],
        [
            "an on-demand stream where it takes the target rate at once",
            { "target.decisionsPerSecond": 900 },
            { streamModeDetails: { streamMode: "ON_DEMAND" }, shardCount: undefined, warmThroughputMibPs: undefined },
        ],
        [
            "an on-demand stream that is warm for the target rate",
            { "kinesis.warmThroughput": true },
            { streamModeDetails: { streamMode: "ON_DEMAND" }, shardCount: undefined, warmThroughputMibPs: 21 },
        ],
        [
            "a stream that keeps its events as long as is set",
            { "kinesis.retentionHours": 720 },
            { retentionPeriod: 720 },
        ],
    ];
    for (const [what, change, expected] of builds) {
        it(`builds ${what}`, async () => {
            const inputs = (await recordBus({ ...KINESIS, ...change })).inputs("aws:kinesis/stream:Stream", "events");
            const actual = Object.fromEntries(Object.keys(expected).map((key) => [key, inputs[key]]));
            assert.deepEqual(actual, expected);
        });
    }

    it("builds a consumer for the stream tier by choice", async () => {
        const consumers = async (change: Change) =>
            (await recordBus({ ...KINESIS, ...change }))
                .ofType("aws:kinesis/streamConsumer:StreamConsumer")
                .map(({ name }) => name);
        assert.deepEqual(await consumers({}), []);
        assert.deepEqual(await consumers({ "kinesis.enhancedFanOut": true }), ["events-stream"]);
    });
});
