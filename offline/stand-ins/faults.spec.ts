import assert from "node:assert/strict";
import { AwsStandIn } from "./aws/aws-stand-in";
import { parseFaults, withFaults } from "./faults";
import { PartialFailure, type StandIn } from "./protocol/stand-in";
import type { PropertyMap } from "./protocol/values";

const TYPE = "aws:rds/cluster:Cluster";

function standIn(faults: string): StandIn {
    const aws = new AwsStandIn("7.48.0");
    aws.configure({ region: "eu-west-1" });
    return withFaults(aws, parseFaults(faults));
}

function create(subject: StandIn, name = "db", preview = false): { id: string; state: PropertyMap } {
    const inputs = { engine: "aurora-postgresql", clusterIdentifier: name };
    return subject.create({
        urn: `urn:pulumi:s::p::${TYPE}::${name}`,
        type: TYPE,
        name,
        inputs,
        preview,
        timeoutSeconds: 0,
    });
}

describe("OFFLINE_FAULTS", () => {
    it("reads rules with their options", () => {
        assert.deepEqual(parseFaults("timeout:aws:rds/cluster:Cluster name=db-* times=2; denied:* on=delete"), [
            { kind: "timeout", type: TYPE, name: "db-*", on: "create", times: 2 },
            { kind: "denied", type: "*", name: "*", on: "delete", times: Number.POSITIVE_INFINITY },
        ]);
    });

    it("means no faults when it is empty or absent", () => {
        assert.deepEqual([parseFaults(undefined), parseFaults(" ; ")], [[], []]);
    });

    const malformed: readonly (readonly [rule: string, problem: string])[] = [
        ["broken:aws:kms/key:Key", 'the kind must be one of denied, throttled, quota, timeout, followed by ":"'],
        ["denied:key", '"key" is not a resource type such as aws:rds/cluster:Cluster'],
        ["denied:aws:kms/key:Key often", '"often" is not an option; they are name, on and times'],
        ["denied:aws:kms/key:Key on=read", "on must be one of create, update, delete"],
        ["denied:aws:kms/key:Key times=0", "times must be a number of 1 or more"],
    ];
    for (const [rule, problem] of malformed) {
        it(`refuses "${rule}" and shows the grammar`, () => {
            assert.throws(
                () => parseFaults(rule),
                ({ message }: Error) =>
                    message.startsWith(`OFFLINE_FAULTS: "${rule}": ${problem}\n`) && message.includes("Example: "),
            );
        });
    }

    const messages: readonly (readonly [kind: string, message: RegExp])[] = [
        [
            "denied",
            /StatusCode: 403, .*AccessDenied: User: arn:aws:sts::123456789012:\S+ is not authorized to perform: rds:CreateDBCluster/,
        ],
        ["throttled", /operation error RDS: CreateDBCluster, .*ThrottlingException: Rate exceeded/],
        [
            "quota",
            /ServiceQuotaExceededException: You have reached the quota of this account for aws:rds\/cluster:Cluster/,
        ],
    ];
    for (const [kind, message] of messages) {
        it(`${kind} fails in AWS's words and makes nothing`, () => {
            assert.throws(
                () => create(standIn(`${kind}:${TYPE}`)),
                (problem: Error) => !(problem instanceof PartialFailure) && message.test(problem.message),
            );
        });
    }

    it("timeout fails with the resource made, so that the next up completes it", () => {
        assert.throws(
            () => create(standIn(`timeout:${TYPE}`)),
            (problem: unknown) =>
                problem instanceof PartialFailure &&
                problem.id === "db" &&
                problem.state["arn"] === "arn:aws:rds:eu-west-1:123456789012:cluster:db" &&
                /timeout while waiting for state to become 'available'/.test(problem.message),
        );
    });

    it("hits the names, the number of times and the operation that the rule says, and no preview", () => {
        const subject = standIn(`quota:${TYPE} name=db-* times=1`);
        assert.equal(create(subject, "other").id, "other");
        assert.equal(create(subject, "db-1", true).id, "");
        assert.throws(() => create(subject, "db-1"), /ServiceQuotaExceeded/);
        assert.equal(create(subject, "db-1").id, "db-1");
        assert.equal(create(standIn(`denied:${TYPE} on=delete`)).id, "db");
    });
});
