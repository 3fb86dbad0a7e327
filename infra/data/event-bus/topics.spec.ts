import assert from "node:assert/strict";
import { serverProperties, topicConfigs } from "./topics";

describe("Kafka's settings", () => {
    it("of the brokers create no topic by themselves and lead with no hole", () => {
        assert.equal(
            serverProperties(3, "standard"),
            [
                "auto.create.topics.enable=false",
                "default.replication.factor=3",
                "min.insync.replicas=2",
                "offsets.topic.replication.factor=3",
                "transaction.state.log.replication.factor=3",
                "transaction.state.log.min.isr=2",
                "unclean.leader.election.enable=false",
                "",
            ].join("\n"),
        );
    });

    it("of a topic are text, in milliseconds", () => {
        assert.deepEqual(JSON.parse(topicConfigs(24, "standard")), {
            "cleanup.policy": "delete",
            "min.insync.replicas": "2",
            "retention.ms": "86400000",
        });
    });

    it("of Express brokers and their topics leave out what MSK fixes by itself", () => {
        assert.equal(serverProperties(3, "express"), "auto.create.topics.enable=false\n");
        assert.deepEqual(JSON.parse(topicConfigs(24, "express")), {
            "cleanup.policy": "delete",
            "retention.ms": "86400000",
        });
    });
});
