import assert from "node:assert/strict";
import { stringify } from "yaml";
import { areaOf } from "./area";
import { compareGraphs, graphOfSteps, readBaseGraph } from "./base-graph";
import { ReportError } from "./report-error";
import { ALARM, AURORA, created, DOMAIN, RELEASE, unchanged } from "./steps.fixture";

const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

const BASE = graphOfSteps([
    created(AURORA, { databaseName: "kaireon", kmsKeyId: UNKNOWN, __defaults: ["x"], x: 1 }),
    created(RELEASE, { values: { api: { max: 50 } } }),
    created(DOMAIN, { domainName: "search-1a2b3c4" }),
]);

describe("the comparison with the graph of a base", () => {
    it("finds what is made, changed, replaced and gone, without names that are drawn and defaults", () => {
        const head = [
            created(AURORA, { databaseName: "other", kmsKeyId: UNKNOWN, __defaults: ["x"], x: 2 }),
            created(RELEASE, { values: { api: { max: 80 } } }),
            created(ALARM),
        ];
        const { changes, unchanged: same } = compareGraphs(BASE, head);
        assert.deepEqual(
            changes.map(({ name, operation, properties }) => [name, operation, properties]),
            [
                ["kaireon", "update", [{ path: "values.api.max", old: 50, new: 80, replaces: false }]],
                ["postgres", "replace", [{ path: "databaseName", old: "kaireon", new: "other", replaces: true }]],
                ["postgres-cpu", "create", []],
                ["search", "delete", []],
            ],
        );
        assert.equal(same, 0);
        assert.deepEqual(compareGraphs(BASE, [created(DOMAIN, { domainName: "search-5d6e7f8" })]).unchanged, 1);
    });

    it("knows where a resource belonged that is gone", () => {
        const parent = "kaireon:data:OpenSearch search";
        const base = { "aws:opensearch/domain:Domain search": { parent, inputs: {} } };
        const [gone] = compareGraphs(base, []).changes;
        assert.equal(areaOf(gone?.urn ?? ""), "data stores");
    });

    it("reads a golden graph and an event log alike", () => {
        const event = { resourcePreEvent: { metadata: { op: "create", urn: AURORA, new: { type: "t", inputs: {} } } } };
        const log = [event, { summaryEvent: {} }].map((line) => JSON.stringify(line)).join("\n");
        assert.deepEqual(Object.keys(readBaseGraph(log, "log")), ["aws:rds/cluster:Cluster postgres"]);
        assert.deepEqual(readBaseGraph(stringify(BASE), "golden.yaml"), BASE);
    });

    it("refuses what is neither, and a preview of a stack that is deployed", () => {
        const neither = { message: /^x is neither an event log nor a golden graph\. Give one of stacks\/golden/ };
        for (const text of ["a: 1", "- a", "a: [", "hello"]) assert.throws(() => readBaseGraph(text, "x"), neither);
        assert.throws(() => compareGraphs(BASE, [unchanged(AURORA)]), ReportError);
    });
});
