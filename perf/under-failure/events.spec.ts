import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { EVENTS } from "./events";
import { filledCommand, instructions, shellCommand, unknownPlaceholders } from "./filled-command";

const named = (name: string) => EVENTS.find((event) => event.name === name) ?? assert.fail(name);
const outputs = { databaseWriterEndpoint: "kaireon-large-postgres.cluster-c1a2b3.eu-west-1.rds.amazonaws.com" };

describe("the events", () => {
    it("are the failures that the platform has to bear", () =>
        assert.deepEqual(
            EVENTS.map(({ name, recoveryTarget }) => [name, recoveryTarget.component, recoveryTarget.seconds]),
            [
                ["aurora-failover", "PostgreSQL (RDS)", 600],
                ["redis-failover", "Redis (ElastiCache)", 300],
                ["broker-restart", "Decision API", 300],
                ["node-drain", "Decision API", 300],
                ["password-rotation", "Decision API", 300],
            ],
        ));

    for (const event of EVENTS) {
        it(`${event.name} says how to find each name that its command leaves open`, () => {
            const open = event.command.flatMap((word) => /^<(.+)>$/.exec(word)?.[1] ?? []);
            assert.deepEqual(
                event.placeholders.map(({ name }) => name),
                open,
            );
            for (const { find } of event.placeholders) assert.match(find, /^(aws|kubectl) /);
            assert.match(event.link, /^https:\/\//);
        });
    }

    it("name the database by the stack's outputs", () => {
        const { words, missing } = filledCommand(named("aurora-failover"), {}, outputs);
        assert.equal(shellCommand(words), "aws rds failover-db-cluster --db-cluster-identifier kaireon-large-postgres");
        assert.deepEqual(missing, []);
    });

    it("leave open what neither the outputs nor the operator say", () => {
        const strange = { databaseWriterEndpoint: "database.example.com" };
        const { words, missing } = filledCommand(named("aurora-failover"), {}, strange);
        assert.equal(words.at(-1), "<database-cluster>");
        assert.deepEqual(
            missing.map(({ name }) => name),
            ["database-cluster"],
        );
    });

    it("take a name of the operator's over one of the outputs, and no name that they have no place for", () => {
        const event = named("aurora-failover");
        assert.equal(filledCommand(event, { "database-cluster": "other" }, outputs).words.at(-1), "other");
        assert.deepEqual(unknownPlaceholders(event, { "database-cluster": "other", node: "n" }), ["node"]);
    });

    it("show the operator what to run, what to expect and what to undo", () => {
        const event = named("node-drain");
        const text = instructions(event, filledCommand(event, {}));
        assert.match(text, /^Event: a node of the api is drained\.\n {2}kubectl drain <node> --ignore-daemonsets/);
        assert.match(text, /\n {2}<node> is printed by: kubectl get nodes --selector kaireon\.ai\/tier=api/);
        assert.match(text, /\nRecovery target: 300 s \(Decision API\)\.\nAfterwards: kubectl uncordon <node>\n/);
    });

    it("are shown as a shell takes them, whatever a name holds", () => {
        const words = ["printf", "%s", "it's; $HOME"];
        assert.equal(execFileSync("sh", ["-c", shellCommand(words)], { encoding: "utf8" }), "it's; $HOME");
    });
});
