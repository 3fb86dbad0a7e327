import assert from "node:assert/strict";
import { loadChanged, refusalOf } from "../../config/changed-stack.fixture";
import { builtBackend, lacking, NOTHING, secretArn } from "../built-backend.fixture";

const external = { host: "redis.example.com" };
const given = (redis: object) => ({
    values: {
        redis,
        externalSecrets: { redis: { secretArn: secretArn("redis") } },
        networkPolicy: { storeCidrs: { redis: ["10.80.0.0/24"] } },
    },
});

describe("a Redis cluster that is there already", () => {
    it("builds nothing and gives External Secrets the password's place", async () =>
        assert.deepEqual(await builtBackend("redis", given({ external })), {
            ...NOTHING,
            block: "existingRedis",
            values: { redis: { mode: "external", cluster: true } },
            secretArns: [secretArn("redis")],
        }));

    it("is refused with everything that it lacks at once", () =>
        assert.deepEqual(refusalOf({ values: { redis: { external } } }), [
            lacking.secret("redis", "the Redis cluster", "password"),
            lacking.addresses("redis", "the Redis cluster"),
        ]));

    it("is refused as a single node, and with its password in clear text", () =>
        assert.deepEqual(refusalOf(given({ cluster: false, external: { ...external, tls: false } })), [
            "redis.cluster is false; one node is the wrong shape at this size. Set redis.cluster to true in kaireon:values, and redis.external.host to a cluster's configuration endpoint.",
            "redis.external.tls is false; the password would cross the network in clear text. Set redis.external.tls to true in kaireon:values.",
        ]));

    it("comes with a warning that its eviction is not checked", () =>
        assert.deepEqual(loadChanged(given({ external })).warnings, [
            "redis.external.host is redis.example.com; its maxmemory-policy is not checked, and under any but noeviction BullMQ loses jobs when memory is full. Make sure that it is noeviction.",
        ]));
});
