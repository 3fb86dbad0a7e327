import assert from "node:assert/strict";
import { kafkaAlarms } from "./msk-alarms";

describe("alarms of Kafka", () => {
    it("watch the cluster and each broker by its number", () => {
        const rows = kafkaAlarms({ clusterName: "kafka", brokers: 2, type: "kafka.m7g.large" });
        assert.deepEqual(
            rows.map(({ key }) => key),
            [
                "offline-partitions",
                "controller",
                ...[1, 2].flatMap((broker) =>
                    ["disk", "under-replicated", "under-min-isr", "cpu", "connections"].map(
                        (cause) => `broker-${broker}-${cause}`,
                    ),
                ),
            ],
        );
        const cpu = rows.find(({ key }) => key === "broker-2-cpu");
        assert.deepEqual(cpu?.series, [
            { metric: "CpuUser", dimensions: { "Cluster Name": "kafka", "Broker ID": "2" } },
            { metric: "CpuSystem", dimensions: { "Cluster Name": "kafka", "Broker ID": "2" } },
        ]);
        assert.equal(cpu?.expression, "SUM(METRICS())");
    });

    const keysOf = (type: string) => kafkaAlarms({ clusterName: "kafka", brokers: 1, type }).map(({ key }) => key);

    it("of Express brokers watch what MSK reports of them, and no disk", () => {
        assert.deepEqual(keysOf("express.m7g.large"), [
            "controller",
            "broker-1-throttle",
            "broker-1-cpu",
            "broker-1-connections",
        ]);
    });

    it("of burstable brokers watch their CPU credits too", () => {
        assert.deepEqual(keysOf("kafka.t3.small"), [...keysOf("kafka.m7g.large"), "broker-1-cpu-credits"]);
    });
});
