import assert from "node:assert/strict";
import { type Change, loadChanged, refusalOf } from "../../config/changed-stack.fixture";
import { builtBackend } from "../built-backend.fixture";

const warnings = (change: Change) => loadChanged(change).warnings.filter((text) => text.includes("writes a second"));
const TARGET = "aws:appautoscaling/target:Target";

describe("DynamoDB as the interaction store", () => {
    it("is a table on demand, or one whose reads and writes are scaled", async () => {
        const scaled = async (change: Change) =>
            (await builtBackend("interactionStore", change)).resources.filter((type) => type === TARGET).length;
        assert.deepEqual([await scaled({}), await scaled({ "dynamodb.billing": "provisioned" })], [0, 2]);
    });

    it("selects itself outright and names its table", async () => {
        const { block, values } = await builtBackend("interactionStore", {});
        assert.equal(block, "dynamodb");
        assert.deepEqual(values, {
            config: { INTERACTION_STORE: "dynamodb" },
            dynamodb: { enabled: true, tableName: "interactions", region: "eu-west-1" },
        });
    });

    it("is refused with a billing that DynamoDB does not have, or a name that no attribute can have", () => {
        assert.deepEqual(refusalOf({ "dynamodb.billing": "reserved" }), [
            "kaireon:dynamodb.billing is reserved; it must be onDemand or provisioned. Correct kaireon:dynamodb.billing.",
        ]);
        assert.deepEqual(refusalOf({ "dynamodb.sortKey": "a b" }), [
            "kaireon:dynamodb.sortKey is a b; it is no name of an attribute. Use letters, digits, _, - and . only.",
        ]);
    });

    it("asks for the quota that a provisioned table needs at 70 % utilisation", () => {
        const rate = { "target.decisionsPerSecond": 15000, "kafka.maxVolumeGb": 8000, "kafka.volumeGb": 2000 };
        assert.deepEqual(warnings(rate), []);
        assert.deepEqual(warnings({ ...rate, "dynamodb.billing": "provisioned" }), [
            "kaireon:target.decisionsPerSecond is 15000; it needs 42858 writes a second and an account starts with 40000 a table. Have AWS raise quota L-AB614373 before the first up.",
        ]);
    });
});
