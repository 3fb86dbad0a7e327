import assert from "node:assert/strict";
import { output } from "@pulumi/pulumi";
import { seedValues } from "../../infra/sizing/seed-values";
import { record } from "../../test/mocks";
import { valueLeaves } from "./value-leaves";
import { commentsOf } from "./values-comments";
import { valuesReadForSizes } from "./values-read";

describe("the leaves of values", () => {
    it("have path, type and value, lists being leaves, and no value where only AWS knows it", async () => {
        const { result } = await record(() =>
            valueLeaves({
                kafka: { enabled: true, brokers: output("b-1:9098") },
                api: { nodeSelector: { "kaireon.ai/tier": "api" }, tolerations: [] },
                networkPolicy: { dataCidrs: [output("10.0.0.0/24")] },
            }),
        );
        assert.deepEqual(result, [
            { path: 'api.nodeSelector."kaireon.ai/tier"', type: "text", value: "api" },
            { path: "api.tolerations", type: "list", value: [] },
            { path: "kafka.brokers", type: "text" },
            { path: "kafka.enabled", type: "true or false", value: true },
            { path: "networkPolicy.dataCidrs", type: "list" },
        ]);
    });
});

describe("the comments of a file of values", () => {
    const comments = commentsOf(
        [
            "# What the file is.",
            "",
            "# Brokers.",
            "kafka:",
            "    # Whether it is",
            "    # used.",
            "    enabled: true",
            "    brokers: ''",
            "# On one line.",
            "kinesis: { enabled: false }",
        ].join("\n"),
    );
    it("belong to the value below them, and to all of a map on one line", () =>
        assert.deepEqual(
            [...comments],
            [
                ["kafka", "Brokers."],
                ["kafka.enabled", "Whether it is used."],
                ["kinesis", "On one line."],
                ["kinesis.enabled", "On one line."],
            ],
        ));
});

describe("the values that sizes are computed from", () => {
    it("are those that the workload is read from, the pooler's while there is one", () => {
        const off = valuesReadForSizes(seedValues());
        assert.ok(off.includes("api.autoscaling.maxReplicas") && off.includes("eventbus.backend"));
        assert.ok(!off.includes("api.probes") && !off.includes("kafka.brokers"));
        const on = valuesReadForSizes(seedValues({ postgres: { pooler: { enabled: true } } }));
        assert.ok(on.includes("postgres.pooler.replicas") && !off.includes("postgres.pooler.replicas"));
    });
});
