import assert from "node:assert/strict";
import { CannotTell } from "./cannot-tell";
import { named, stackOf } from "./stack.fixture";
import { UNKNOWNS } from "./unknown";
import { SUBNET, zonesOf } from "./zones";

describe("the zones of a resource", () => {
    const group = { type: "aws:rds/subnetGroup:SubnetGroup", name: "group" };
    const subnets = [
        { type: SUBNET, name: "b", props: { availabilityZone: "eu-west-1b", id: "subnet-b" } },
        { type: SUBNET, name: "a", props: { availabilityZone: "eu-west-1a" } },
        { type: SUBNET, name: "dark", props: { availabilityZone: UNKNOWNS.string } },
    ];
    const zones = (props: Readonly<Record<string, unknown>>, from: readonly string[]) => {
        const stack = stackOf(...subnets, { ...group, props, from: { subnetIds: from } });
        return zonesOf(named(stack, "group"), "subnetIds", stack);
    };

    it("are those of the subnets that it refers to, by output or by id", () => {
        assert.deepEqual(zones({ subnetIds: [UNKNOWNS.string, UNKNOWNS.string] }, ["b", "a"]), [
            "eu-west-1a",
            "eu-west-1b",
        ]);
        assert.deepEqual(zones({ subnetIds: ["subnet-b"] }, []), ["eu-west-1b"]);
    });

    it("are none without subnets", () => assert.deepEqual(zones({}, []), []));

    it("cannot be told of subnets elsewhere, or of a subnet without a known zone", () => {
        assert.throws(
            () => zones({ subnetIds: ["subnet-x"] }, []),
            (problem) =>
                problem instanceof CannotTell &&
                problem.reason ===
                    "group (aws:rds/subnetGroup:SubnetGroup): the subnets in subnetIds are not of this stack",
        );
        assert.throws(
            () => zones({ subnetIds: [UNKNOWNS.string] }, ["dark"]),
            (problem) =>
                problem instanceof CannotTell &&
                problem.reason === `dark (${SUBNET}): availabilityZone is not known before the update`,
        );
    });
});
