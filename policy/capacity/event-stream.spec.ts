import assert from "node:assert/strict";
import { named, stackOf } from "../graph/stack.fixture";
import { streamShortage } from "./event-stream";

const load = { events: 20_000, megabytes: 20 };

function shortage(props: Readonly<Record<string, unknown>>) {
    return streamShortage(named(stackOf({ type: "aws:kinesis/stream:Stream", name: "events", props }), "events"), load);
}

describe("what a Kinesis stream takes", () => {
    it("is a thousand events of a shard", () => {
        assert.deepEqual(shortage({ shardCount: 19 }), { is: "shardCount is 19", fix: "Set it to at least 20." });
        assert.equal(shortage({ shardCount: 20 }), undefined);
    });

    it("is one shard where the program does not say", () => {
        assert.equal(shortage({})?.is, "shardCount is 1");
    });

    it("is little at first where the stream is on demand, unless it starts warm", () => {
        const streamModeDetails = { streamMode: "ON_DEMAND" };
        const fix = "Set warmThroughputMibPs to at least 20.";
        assert.deepEqual(shortage({ streamModeDetails }), { is: "it takes 4 MB a second at first", fix });
        assert.equal(shortage({ streamModeDetails, warmThroughputMibPs: 20 }), undefined);
    });
});
