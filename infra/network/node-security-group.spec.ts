import assert from "node:assert/strict";
import { record } from "../../test/mocks";
import { createNodeSecurityGroup } from "./node-security-group";

describe("createNodeSecurityGroup", () => {
    it("makes one group without rules and without the cluster's tag", async () => {
        const recording = await record(() => createNodeSecurityGroup("nodes", { vpcId: "vpc-1" }));
        assert.deepEqual(
            recording.resources.map(({ type, name }) => `${type} ${name}`),
            ["aws:ec2/securityGroup:SecurityGroup nodes"],
        );
        const { ingress, egress, tags } = recording.inputs("aws:ec2/securityGroup:SecurityGroup", "nodes");
        assert.deepEqual({ ingress, egress, tags }, { ingress: [], egress: [], tags: { Name: "nodes" } });
    });
});
