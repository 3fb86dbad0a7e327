import assert from "node:assert/strict";
import { type Change, loadChanged, refusalOf } from "../../config/changed-stack.fixture";
import { recordBus } from "./built-bus.fixture";

const EVENTBRIDGE: Change = {
    "values.eventbus.enabled": false,
    "values.config.EVENT_PUBLISHER": "eventbridge",
};

const warnings = (change: Change) =>
    loadChanged({ ...EVENTBRIDGE, ...change }).warnings.filter((text) => text.includes("PutEvents"));

describe("EventBridge as the event bus", () => {
    it("refuses an archive that keeps nothing", () =>
        assert.deepEqual(refusalOf({ ...EVENTBRIDGE, "eventbridge.archiveDays": 0 }), [
            "kaireon:eventbridge.archiveDays is 0; it must be 1 or more. Raise kaireon:eventbridge.archiveDays.",
        ]));

    it("says that the account's quota may not do, since nobody knows how events are put together", () =>
        assert.deepEqual(warnings({}), [
            "kaireon:target.decisionsPerSecond is 5000; put one by one, its 20000 events a second are more than the 10000 PutEvents requests that an account starts with in eu-west-1, and the vendor does not say that they are put together. Measure it, or have AWS raise quota L-9B653E91 before the peak.",
        ]));

    it("says that the account's quota does not do, however events are put together", () =>
        assert.deepEqual(
            warnings({
                "aws:region": "eu-west-3",
                zones: ["eu-west-3a", "eu-west-3b", "eu-west-3c"],
                "ingress.certificateArn":
                    "arn:aws:acm:eu-west-3:123456789012:certificate/00000000-0000-0000-0000-000000000000",
            }),
            [
                "kaireon:target.decisionsPerSecond is 5000; its 20000 events a second are 2000 PutEvents requests of 10, and an account starts with 600 a second in eu-west-3. Have AWS raise quota L-9B653E91 before the first up.",
            ],
        ));

    it("says nothing of a rate that the quota takes", () =>
        assert.deepEqual(warnings({ "target.decisionsPerSecond": 2500 }), []));

    it("builds a bus that takes events from the tiers that publish, and an archive as long as is set", async () => {
        const recording = await recordBus({ ...EVENTBRIDGE, "eventbridge.archiveDays": 30 });
        const archive = recording.inputs("aws:cloudwatch/eventArchive:EventArchive", "events-archive");
        assert.equal(archive["retentionDays"], 30);
        const policy = recording.inputs("aws:cloudwatch/eventBusPolicy:EventBusPolicy", "events-policy")["policy"];
        const roles = ["api", "worker", "outboxPublisher"].map(
            (tier) => `arn:aws:iam:eu-west-1:111122223333:tiers-${tier}`,
        );
        assert.ok(String(policy).includes(JSON.stringify({ "aws:PrincipalArn": roles })), String(policy));
    });
});
