import assert from "node:assert/strict";
import type { PropertyMap } from "../protocol/values";
import { changes, create, problems, standIn, update } from "./aws-stand-in.fixture";

const TABLE = "aws:dynamodb/table:Table";
const table = { name: "interactions", hashKey: "customerId", attributes: [{ name: "customerId", type: "S" }] };
const provisioned: PropertyMap = { ...table, billingMode: "PROVISIONED", readCapacity: 10, writeCapacity: 20 };
const onDemand: PropertyMap = { ...table, billingMode: "PAY_PER_REQUEST" };

describe("the stand-in for DynamoDB", () => {
    it("makes a table of provisioned units", () => {
        assert.deepEqual(problems(TABLE, provisioned), []);
        const { id, state } = create(standIn(), TABLE, provisioned);
        assert.deepEqual(
            [id, state["arn"], state["readCapacity"], state["writeCapacity"]],
            ["interactions", "arn:aws:dynamodb:eu-west-1:123456789012:table/interactions", 10, 20],
        );
    });

    it("changes the billing mode in place", () => {
        assert.deepEqual(changes(TABLE, onDemand, provisioned), {
            billingMode: "in place",
            readCapacity: "in place",
            writeCapacity: "in place",
        });
    });

    it("refuses provisioned billing without units, which is also the default", () => {
        const problem = 'readCapacity must be at least 1 when billingMode is "PROVISIONED". Set it.';
        assert.deepEqual(problems(TABLE, { ...table, billingMode: "PROVISIONED" }), [problem]);
        assert.deepEqual(problems(TABLE, table), [problem]);
    });

    it("refuses units on demand, once the change of the billing mode is over", () => {
        const left = { ...provisioned, billingMode: "PAY_PER_REQUEST" };
        const problem = 'readCapacity can not be set when billingMode is "PAY_PER_REQUEST". Remove it.';
        assert.deepEqual(problems(TABLE, left), [problem]);
        assert.deepEqual(problems(TABLE, left, provisioned), []);
        assert.deepEqual(problems(TABLE, left, left), [problem]);
    });

    it("lets a table that exists leave out its units: a change to provisioned billing begins with one of each", () => {
        const scaled = { ...table, billingMode: "PROVISIONED" };
        assert.deepEqual(problems(TABLE, scaled, onDemand), []);
        assert.deepEqual(problems(TABLE, scaled, scaled), []);
        const { state } = create(standIn(), TABLE, onDemand);
        const now = update(TABLE, state, scaled);
        assert.deepEqual([state["readCapacity"], now["readCapacity"], now["writeCapacity"]], [0, 1, 1]);
    });
});
