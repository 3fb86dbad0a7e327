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

    it("have no service that no resource type belongs to, in the order of the alphabet", () => {
        const services = Object.values(awsRows).map(({ creates }) => creates.split(":", 1)[0] ?? "");
        const known = new Set([...services, "kafka-cluster"]);
        const names = Object.keys(MAINTAINING);
        assert.deepEqual(
            names.filter((service) => !known.has(service)),
            [],
        );
        assert.deepEqual(names, [...names].sort());
    });

    it("have the services of every backend that a stack may choose", () => {
        const types = [
            "aws:kinesis/stream:Stream",
            "aws:kinesis/streamConsumer:StreamConsumer",
            "aws:cloudwatch/eventBus:EventBus",
            "aws:cloudwatch/eventArchive:EventArchive",
            "aws:cloudwatch/eventRule:EventRule",
            "aws:cloudwatch/eventTarget:EventTarget",
            "aws:schemas/schema:Schema",
            "aws:sqs/queue:Queue",
            "aws:keyspaces/keyspace:Keyspace",
            "aws:keyspaces/table:Table",
        ];
        const { Statement } = policyOf(createsOf(types.map(resource), awsRows));
        assert.deepEqual(
            Statement.map(({ Action }) => Action[0]?.split(":", 1)[0]),
            ["cassandra", "events", "kafka-cluster", "kinesis", "schemas", "sqs"],
        );
        const actions = Statement.flatMap(({ Action }) => Action);
        for (const call of ["cassandra:Create", "events:PutTargets", "kinesis:RegisterStreamConsumer"]) {
            assert.ok(actions.includes(call), call);
        }
    });

    it("allow no service outright", () =>
        assert.deepEqual(
            allowed.filter((action) => action.endsWith(":*")),
            [],
        ));

    it("fit into one managed policy, of which AWS counts all but white space", () =>
        assert.ok(JSON.stringify(policy).length <= 6_144));
});
