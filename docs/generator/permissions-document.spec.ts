import assert from "node:assert/strict";
import { awsRows } from "../../offline/stand-ins/aws/rows";
import { goldenGraph } from "./golden-graph";
import { MAINTAINING, ON_BEHALF } from "./maintaining-actions";
import { createsOf, matches, policyOf } from "./permissions-document";

const resource = (type: string) => ({ type, name: "x" });

describe("permissions of the deploying role", () => {
    const creates = createsOf(goldenGraph("large"), awsRows);
    const policy = policyOf(creates);
    const allowed = policy.Statement.flatMap(({ Action }) => Action);

    it("name each call that creates once, with the types that it creates", () => {
        const types = ["aws:ec2/vpc:Vpc", "aws:ec2/vpc:Vpc", "kubernetes:core/v1:Namespace"].map(resource);
        const found = createsOf(types, awsRows);
        assert.deepEqual(
            [...found].map(([service, calls]) => [service, [...calls]]),
            [["ec2", [["CreateVpc", ["aws:ec2/vpc:Vpc"]]]]],
        );
    });

    it("refuse a type without a row instead of leaving its permission out", () =>
        assert.throws(() => createsOf([resource("aws:nope/nope:Nope")], {}), {
            message: "docs: aws:nope/nope:Nope has no row in offline/stand-ins/aws",
        }));

    it("cover every call of the two tables", () => {
        const calls = [...creates].flatMap(([service, of]) => [...of.keys()].map((call) => `${service}:${call}`));
        const missing = [...calls, ...ON_BEHALF.map(([action]) => action)].filter(
            (call) => !allowed.some((pattern) => matches(pattern, call)),
        );
        assert.deepEqual(missing, []);
    });

    it("have no service that the stack does not use", () =>
        assert.deepEqual(Object.keys(MAINTAINING), [...creates.keys(), "kafka-cluster"].sort()));

    it("allow no service outright", () =>
        assert.deepEqual(
            allowed.filter((action) => action.endsWith(":*")),
            [],
        ));

    it("fit into one managed policy, of which AWS counts all but white space", () =>
        assert.ok(JSON.stringify(policy).length <= 6_144));
});
