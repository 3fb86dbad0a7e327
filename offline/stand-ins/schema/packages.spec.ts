import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../project";
import { formatSchema, installedSchema, SCHEMA_NAMES } from "./packages";

describe("the tables of properties", function () {
    this.timeout(20_000);

    for (const name of SCHEMA_NAMES) {
        it(`${name} says what the installed SDK declares`, () => {
            const file = join(projectRoot, "offline", "stand-ins", "facts", `${name}.json`);
            assert.equal(readFileSync(file, "utf8"), formatSchema(installedSchema(name)), "run npm run stand-ins");
        });
    }

    it("tell required inputs, nested types and what is always computed", () => {
        const { resources, types } = installedSchema("aws-schema");
        const table = resources["aws:dynamodb/table:Table"];
        assert.equal(table?.inputs["attributes?"], "[dynamodb.TableAttribute]");
        assert.equal(table?.outputs["streamArn"], "string");
        assert.equal(table?.outputs["rangeKey"], undefined);
        assert.deepEqual(types["dynamodb.TableAttribute"], { name: "string", type: "string" });
        assert.equal(resources["aws:eks/nodeGroup:NodeGroup"]?.inputs["scalingConfig"], "eks.NodeGroupScalingConfig");
        assert.equal(resources["aws:cloudwatch/metricAlarm:MetricAlarm"]?.inputs["alarmActions?"], "[string]");
    });
});
