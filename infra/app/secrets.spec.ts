import * as assert from "node:assert/strict";
import { record } from "../../test/mocks";
import { APPLICATION_SECRETS } from "./application-secrets";
import { ApplicationSecrets } from "./secrets";

const PASSWORD = "random:index/randomPassword:RandomPassword";
const SECRET = "aws:secretsmanager/secret:Secret";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";

const build = (protect: boolean) =>
    record(
        () =>
            new ApplicationSecrets("application", {
                region: "eu-west-1",
                accountId: "111122223333",
                partition: "aws",
                protect,
            }),
    );

describe("ApplicationSecrets", () => {
    it("makes a value for each secret and one secret under a key of its own", async () => {
        const recording = await build(true);
        assert.deepEqual(recording.children("kaireon:app:ApplicationSecrets", "application"), [
            "aws:secretsmanager/secret:Secret application",
            "aws:secretsmanager/secretVersion:SecretVersion application-values",
            "kaireon:data:EncryptionKey application-key",
            "random:index/randomPassword:RandomPassword application-API_KEY_PEPPER",
            "random:index/randomPassword:RandomPassword application-CONNECTOR_ENCRYPTION_KEY",
            "random:index/randomPassword:RandomPassword application-CRON_SECRET",
            "random:index/randomPassword:RandomPassword application-CRON_TOKEN",
            "random:index/randomPassword:RandomPassword application-DRAIN_QUEUES_TOKEN",
            "random:index/randomPassword:RandomPassword application-JWT_SIGNING_SECRET",
            "random:index/randomPassword:RandomPassword application-NEXTAUTH_SECRET",
            "random:index/randomPassword:RandomPassword application-WEBHOOK_SIGNING_SECRET",
        ]);
    });

    it("generates long values once: no keepers, no change, no replacement", async () => {
        const recording = await build(true);
        for (const secret of APPLICATION_SECRETS) {
            const value = recording.resource(PASSWORD, `application-${secret}`);
            assert.deepEqual(value.inputs, { length: 64, special: false });
            assert.deepEqual(value.ignoreChanges, ["length", "special"]);
            assert.equal(value.protect, true, secret);
            assert.equal(value.retainOnDelete, true, secret);
        }
    });

    it("writes them as one JSON object that is a secret from the first input on", async () => {
        const recording = await build(true);
        const version = recording.resource(VERSION, "application-values");
        assert.deepEqual(version.secretInputs, ["secretString"]);
        assert.deepEqual(Object.keys(version.inputs).sort(), ["secretId", "secretString"]);
        const json = recording.json(VERSION, "application-values", "secretString");
        assert.deepEqual(Object.keys(json as object), [...APPLICATION_SECRETS]);
    });

    it("keeps a protected secret: not deleted, and restorable for 30 days", async () => {
        const recording = await build(true);
        const secret = recording.resource(SECRET, "application");
        assert.deepEqual(secret.inputs, {
            description: "KaireonAI application secrets, one JSON key for each environment variable",
            kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:application-key",
            recoveryWindowInDays: 30,
        });
        assert.equal(secret.protect, true);
        assert.equal(secret.retainOnDelete, true);
    });

    it("lets a version be replaced, which another key in the JSON does", async () => {
        assert.equal((await build(true)).resource(VERSION, "application-values").protect, false);
    });

    it("leaves nothing of an unprotected stack behind", async () => {
        const recording = await build(false);
        assert.equal(recording.inputs(SECRET, "application")["recoveryWindowInDays"], 0);
        const kept = recording.resources.filter(({ protect, retainOnDelete }) => protect || retainOnDelete);
        assert.deepEqual(kept, []);
    });
});
