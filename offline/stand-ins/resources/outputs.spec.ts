import assert from "node:assert/strict";
import { UNKNOWN } from "../protocol/values";
import { settled, withComputed, withUnknown } from "./outputs";

const COMPUTED = { arn: "arn:x", network: { vpcId: "vpc-1", access: true } };

describe("outputs", () => {
    it("are the inputs and what they do not give, in nested objects too", () => {
        assert.deepEqual(withComputed({ size: 3, network: { access: false } }, COMPUTED), {
            size: 3,
            arn: "arn:x",
            network: { access: false, vpcId: "vpc-1" },
        });
    });

    it("are unknown in a preview where they have yet to be computed", () => {
        assert.deepEqual(withUnknown({ network: { access: false } }, COMPUTED), {
            arn: UNKNOWN,
            network: { access: false, vpcId: UNKNOWN },
        });
    });

    it("stay what they were through an update, but for those that it computes again", () => {
        const old = { arn: "arn:old", version: 1, network: { vpcId: "vpc-0" } };
        const computed = { ...COMPUTED, version: 2, added: "x" };
        assert.deepEqual(settled(computed, old, ["version"], false), {
            arn: "arn:old",
            network: { vpcId: "vpc-0", access: true },
            version: 2,
            added: "x",
        });
        const preview = settled(computed, old, ["version"], true);
        assert.deepEqual([preview["arn"], preview["version"], preview["added"]], ["arn:old", UNKNOWN, UNKNOWN]);
    });
});
