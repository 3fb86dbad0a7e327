import assert from "node:assert/strict";
import { record, resolved } from "../../test/mocks";
import { EncryptionKey, keyPolicy } from "./encryption-key";

const PLACE = { region: "eu-west-1", accountId: "111122223333", partition: "aws" };
const create = (protect: boolean) =>
    record(() => new EncryptionKey("store-key", { ...PLACE, description: "A store", services: ["logs"], protect }));

describe("an encryption key", () => {
    it("is a key with rotation and an alias", async () => {
        const recording = await create(true);
        assert.deepEqual(recording.children("kaireon:data:EncryptionKey", "store-key"), [
            "aws:kms/alias:Alias store-key-alias",
            "aws:kms/key:Key store-key",
        ]);
        const { policy, ...inputs } = recording.inputs("aws:kms/key:Key", "store-key");
        assert.equal(typeof policy, "string");
        assert.deepEqual(inputs, { description: "A store", enableKeyRotation: true, deletionWindowInDays: 30 });
        assert.deepEqual(recording.inputs("aws:kms/alias:Alias", "store-key-alias"), { targetKeyId: "store-key-key" });
        assert.match(await resolved(recording.result.arn), /:store-key$/);
    });

    it("is protected, and in a throw-away stack goes as soon as AWS allows", async () => {
        assert.equal((await create(true)).resource("aws:kms/key:Key", "store-key").protect, true);
        const throwAway = (await create(false)).resource("aws:kms/key:Key", "store-key");
        assert.equal(throwAway.protect, false);
        assert.equal(throwAway.inputs["deletionWindowInDays"], 7);
    });
});

describe("a key's policy", () => {
    const account = {
        Sid: "Account",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::111122223333:root" },
        Action: "kms:*",
        Resource: "*",
    };

    it("leaves the key to the account when no service uses it under its own name", () => {
        assert.deepEqual(keyPolicy(PLACE), [account]);
    });

    it("opens the key to CloudWatch Logs for this account's log groups only", () => {
        const [first, logs, ...others] = keyPolicy({ ...PLACE, services: ["logs"] });
        assert.deepEqual(first, account);
        assert.deepEqual(logs?.Principal, { Service: "logs.eu-west-1.amazonaws.com" });
        assert.deepEqual(logs?.Condition, {
            ArnLike: { "kms:EncryptionContext:aws:logs:arn": "arn:aws:logs:eu-west-1:111122223333:log-group:*" },
        });
        assert.deepEqual(others, []);
    });

    it("opens the key to alarms and database events of this account only", () => {
        const [, alarms] = keyPolicy({ ...PLACE, services: ["alarms"] });
        assert.deepEqual(alarms?.Principal, { Service: ["cloudwatch.amazonaws.com", "events.rds.amazonaws.com"] });
        assert.deepEqual(alarms?.Action, ["kms:Decrypt", "kms:GenerateDataKey*"]);
        assert.deepEqual(alarms?.Condition, { StringEquals: { "aws:SourceAccount": "111122223333" } });
    });

    it("opens the key to EventBridge for this account's buses and dead-letter queues only", () => {
        const [, describeKey, events, queues, ...others] = keyPolicy({ ...PLACE, services: ["events"] });
        for (const statement of [describeKey, events, queues]) {
            assert.deepEqual(statement?.Principal, { Service: "events.amazonaws.com" });
        }
        assert.equal(describeKey?.Action, "kms:DescribeKey");
        assert.deepEqual(events?.Condition, {
            ArnLike: {
                "kms:EncryptionContext:aws:events:event-bus:arn": "arn:aws:events:eu-west-1:111122223333:event-bus/*",
            },
        });
        assert.deepEqual(queues?.Condition, { StringEquals: { "aws:SourceAccount": "111122223333" } });
        assert.deepEqual(others, []);
    });
});
