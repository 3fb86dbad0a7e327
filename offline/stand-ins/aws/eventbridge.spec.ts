import assert from "node:assert/strict";
import type { PropertyMap } from "../protocol/values";
import { changes, checked, create, problems, standIn, update } from "./aws-stand-in.fixture";

const RULE = "aws:cloudwatch/eventRule:EventRule";
const SCHEMA = "aws:schemas/schema:Schema";
const PATTERN = { eventPattern: "{}" };

describe("the stand-in for EventBridge", () => {
    const made: readonly (readonly [type: string, inputs: PropertyMap, id: string, arn: string])[] = [
        ["aws:cloudwatch/eventBus:EventBus", { name: "events" }, "events", "events:*:event-bus/events"],
        [RULE, { name: "all", eventBusName: "events" }, "events/all", "events:*:rule/events/all"],
        [RULE, { name: "all", eventBusName: "default" }, "all", "events:*:rule/all"],
        [
            "aws:cloudwatch/eventArchive:EventArchive",
            { name: "kept", eventSourceArn: "b" },
            "kept",
            "events:*:archive/kept",
        ],
        ["aws:schemas/registry:Registry", { name: "r" }, "r", "schemas:*:registry/r"],
        [SCHEMA, { name: "s", registryName: "r", content: "{}", type: "OpenApi3" }, "s/r", "schemas:*:schema/r/s"],
    ];
    for (const [type, inputs, id, arn] of made) {
        it(`makes ${type} of ${JSON.stringify(inputs)} with the id ${id}`, () => {
            const created = create(standIn(), type, inputs);
            assert.deepEqual(
                [created.id, created.state["arn"]],
                [id, `arn:aws:${arn.replace("*", "eu-west-1:123456789012")}`],
            );
        });
    }

    it("takes the name of a bus that is given by its ARN for the rule's own ARN", () => {
        const eventBusName = "arn:aws:events:eu-west-1:123456789012:event-bus/events";
        const { state } = create(standIn(), RULE, { name: "all", eventBusName });
        assert.equal(state["arn"], "arn:aws:events:eu-west-1:123456789012:rule/events/all");
    });

    it("names a target by bus, rule and the id that it gives when the program gives none", () => {
        const type = "aws:cloudwatch/eventTarget:EventTarget";
        const given = create(standIn(), type, { rule: "all", eventBusName: "events", arn: "a", targetId: "queue" });
        assert.equal(given.id, "events-all-queue");
        const { id, state } = create(standIn(), type, checked(type, { rule: "all", arn: "a" }));
        assert.match(id, /^all-terraform-20260101000000[0-9a-f]{12}$/);
        assert.equal(id, `all-${state["targetId"]}`);
    });

    it("puts what names no bus on the default one", () => {
        assert.equal(checked(RULE, PATTERN)["eventBusName"], "default");
    });

    it("refuses a rule that nothing triggers, a long archive's name and an unknown kind of schema", () => {
        assert.deepEqual(problems(RULE, {}), ["a rule needs eventPattern or scheduleExpression. Set one."]);
        const name = "a".repeat(49);
        assert.deepEqual(problems("aws:cloudwatch/eventArchive:EventArchive", { name, eventSourceArn: "b" }), [
            `name is "${name}"; EventBridge allows an archive 1 to 48 letters, digits, dots, hyphens and underscores. Set name.`,
        ]);
        assert.deepEqual(problems(SCHEMA, { content: "{}", registryName: "r", type: "Avro" }), [
            'type is "Avro"; EventBridge has OpenApi3 and JSONSchemaDraft4. Set type.',
        ]);
    });

    it("changes a key, a retention and a pattern in place, and replaces for another bus", () => {
        assert.deepEqual(changes(RULE, { eventBusName: "a", ...PATTERN }, { eventBusName: "b", eventPattern: "[]" }), {
            eventBusName: "replaces",
            eventPattern: "in place",
        });
        const archive = "aws:cloudwatch/eventArchive:EventArchive";
        assert.deepEqual(
            changes(archive, { eventSourceArn: "a", retentionDays: 7 }, { eventSourceArn: "b", retentionDays: 30 }),
            { eventSourceArn: "replaces", retentionDays: "in place" },
        );
        assert.deepEqual(
            changes("aws:cloudwatch/eventBus:EventBus", { kmsKeyIdentifier: "a" }, { kmsKeyIdentifier: "b" }),
            { kmsKeyIdentifier: "in place" },
        );
    });

    it("counts a schema's versions up when its content changes, and only then", () => {
        const inputs = { name: "s", registryName: "r", content: "{}", type: "OpenApi3" };
        const { state } = create(standIn(), SCHEMA, inputs);
        assert.equal(state["version"], "1");
        assert.equal(update(SCHEMA, state, { ...inputs, content: "[]" })["version"], "2");
        assert.equal(update(SCHEMA, state, { ...inputs, description: "d" })["version"], "1");
    });
});
