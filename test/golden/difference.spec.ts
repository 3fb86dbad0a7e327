import assert from "node:assert/strict";
import { differenceOf, withNamesAlone } from "./difference";

const KEY = "aws:kms/key:Key key";
const STREAM = "aws:kinesis/stream:Stream events";
const CLUSTER = "aws:msk/cluster:Cluster kafka";
const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";

const large = {
    [KEY]: { protect: true, inputs: { enableKeyRotation: true } },
    [CLUSTER]: { inputs: { kafkaVersion: "3.9.x.kraft" } },
    [RELEASE]: {
        dependsOn: [CLUSTER, KEY],
        inputs: { values: { config: { EVENT_PUBLISHER: "msk", NODE_ENV: "production" }, kafka: { enabled: true } } },
    },
} as const;
const graph = {
    [KEY]: { protect: true, inputs: { enableKeyRotation: true } },
    [STREAM]: { inputs: { encryptionType: "KMS" } },
    [RELEASE]: {
        dependsOn: [STREAM, KEY],
        inputs: {
            values: { config: { EVENT_PUBLISHER: "kinesis", NODE_ENV: "production" }, kinesis: { enabled: true } },
        },
    },
} as const;

describe("the difference of two graphs", () => {
    it("has what came with its inputs, what went by name, and of what stayed the paths that differ", () => {
        assert.deepEqual(differenceOf(large, graph), {
            added: { [STREAM]: { inputs: { encryptionType: "KMS" } } },
            removed: [CLUSTER],
            changed: {
                [RELEASE]: {
                    dependsOn: { noLonger: [CLUSTER], now: [STREAM] },
                    "values.config.EVENT_PUBLISHER": { large: "msk", here: "kinesis" },
                    "values.kafka": { large: { enabled: true }, here: "<absent>" },
                    "values.kinesis": { large: "<absent>", here: { enabled: true } },
                },
            },
        });
    });

    it("is empty between equal ones", () => assert.deepEqual(differenceOf(large, large), {}));

    it("sees that a resource lost its protection", () => {
        const { changed } = differenceOf({ [KEY]: { protect: true } }, { [KEY]: {} });
        assert.deepEqual(changed, { [KEY]: { protect: { large: true, here: "<absent>" } } });
    });

    it("tells a long text by its first line and its length", () => {
        const certificates = `-----BEGIN CERTIFICATE-----\n${"x".repeat(1000)}`;
        assert.deepEqual(differenceOf({ [KEY]: { inputs: { ca: certificates } } }, { [KEY]: { inputs: { ca: "" } } }), {
            changed: { [KEY]: { ca: { large: "-----BEGIN CERTIFICATE----- <1028 characters>", here: "" } } },
        });
    });

    it("can tell what came by its name alone", () => {
        const { removed, changed } = differenceOf(large, graph);
        assert.deepEqual(withNamesAlone(differenceOf(large, graph)), { added: [STREAM], removed, changed });
    });
});
