import assert from "node:assert/strict";
import { loadChanged } from "../../config/changed-stack.fixture";

const LOSS =
    "config.EVENT_PUBLISHER is redis; Redis pub/sub keeps no event: a consumer that is not connected at that moment never gets it, and nothing can be replayed. Set eventbus.enabled to true and eventbus.backend to kafka, kinesis or pulsar in kaireon:values where an event must not be lost.";

describe("Redis pub/sub as the event bus", () => {
    it("says in the preview that events can be lost", () =>
        assert.ok(loadChanged({ "values.eventbus.enabled": false }).warnings.includes(LOSS)));

    it("is not spoken of while a broker is chosen", () => assert.ok(!loadChanged({}).warnings.includes(LOSS)));
});
