import assert from "node:assert/strict";
import { getCallerIdentity } from "@pulumi/aws/getCallerIdentity";
import * as iam from "@pulumi/aws/iam";
import * as ssm from "@pulumi/aws/ssm";
import * as pulumi from "@pulumi/pulumi";
import { record, resolved, UNKNOWN } from "./mocks";

class Pair extends pulumi.ComponentResource {
    readonly roleArn: pulumi.Output<string>;

    constructor(name: string) {
        super("test:index:Pair", name);
        const role = new iam.Role(name, { assumeRolePolicy: "{}" }, { parent: this, protect: true });
        new ssm.Parameter(
            `${name}-arn`,
            { type: "String", value: pulumi.secret(role.arn) },
            { parent: this, ignoreChanges: ["value"] },
        );
        this.roleArn = role.arn;
        this.registerOutputs({});
    }
}

describe("mocks", () => {
    it("list the children of a component by type and name, sorted", async () => {
        const recording = await record(() => new Pair("pair"));
        assert.deepEqual(recording.children("test:index:Pair", "pair"), [
            "aws:iam/role:Role pair",
            "aws:ssm/parameter:Parameter pair-arn",
        ]);
        assert.match(await resolved(recording.result.roleArn), /^arn:aws:iam:/);
    });

    it("show secrets, protection, ignored changes and what a resource waits for", async () => {
        const recording = await record(() => new Pair("pair"));
        const parameter = recording.resource("aws:ssm/parameter:Parameter", "pair-arn");
        assert.deepEqual(parameter.secretInputs, ["value"]);
        assert.match(String(parameter.inputs["value"]), /^arn:aws:iam:/);
        assert.deepEqual(parameter.ignoreChanges, ["value"]);
        assert.deepEqual(parameter.waitsFor, ["pair"]);
        assert.equal(recording.resource("aws:iam/role:Role", "pair").protect, true);
    });

    it("name what a preview does not know", async () => {
        const recording = await record(
            () => {
                const role = new iam.Role("role", { assumeRolePolicy: "{}" });
                return new ssm.Parameter("parameter", { type: "String", value: role.uniqueId });
            },
            { preview: true },
        );
        assert.equal(recording.inputs("aws:ssm/parameter:Parameter", "parameter")["value"], UNKNOWN);
    });

    it("refuse a provider function that the test does not answer", async () => {
        await assert.rejects(
            record(() => getCallerIdentity().catch(() => undefined)),
            /calls aws:index\/getCallerIdentity:getCallerIdentity, which this test does not answer/,
        );
    });
});
