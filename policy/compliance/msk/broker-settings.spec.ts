import assert from "node:assert/strict";
import { settingsOf, unsafeSettings } from "./broker-settings";

describe("the settings of brokers", () => {
    it("are read a line each, comments and blank lines left out", () => {
        const settings = settingsOf("# durable\nmin.insync.replicas = 2\n\ndelete.topic.enable=false\r\n");
        assert.deepEqual(
            [...settings],
            [
                ["min.insync.replicas", "2"],
                ["delete.topic.enable", "false"],
            ],
        );
    });

    it("lose events with two copies, with one that must be written, or with an unclean leader", () => {
        const safe = {
            "default.replication.factor": "3",
            "min.insync.replicas": "2",
            "unclean.leader.election.enable": "false",
        };
        const having = (change: Record<string, string>) =>
            unsafeSettings(new Map(Object.entries({ ...safe, ...change })));
        assert.deepEqual(having({}), []);
        assert.deepEqual(having({ "default.replication.factor": "2" }), ["default.replication.factor=2"]);
        assert.deepEqual(having({ "min.insync.replicas": "1" }), ["min.insync.replicas=1"]);
        assert.deepEqual(having({ "unclean.leader.election.enable": "true" }), ["unclean.leader.election.enable=true"]);
        assert.equal(unsafeSettings(new Map()).length, 3);
    });
});
