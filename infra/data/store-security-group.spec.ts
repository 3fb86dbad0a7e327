import assert from "node:assert/strict";
import { record } from "../../test/mocks";
import { PLACEMENT } from "./placement.fixture";
import { StoreSecurityGroup } from "./store-security-group";

describe("a store's security group", () => {
    const create = () =>
        record(() => new StoreSecurityGroup("db-access", { placement: PLACEMENT, store: "PostgreSQL", port: 5432 }));

    it("has one rule in, from the nodes on the store's port, and none out", async () => {
        const recording = await create();
        assert.deepEqual(recording.children("kaireon:data:StoreSecurityGroup", "db-access"), [
            "aws:ec2/securityGroup:SecurityGroup db-access",
            "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule db-access-from-pods",
        ]);
        assert.deepEqual(recording.inputs("aws:ec2/securityGroup:SecurityGroup", "db-access"), {
            vpcId: "vpc-1",
            description: "PostgreSQL: pods of the platform only",
        });
        assert.deepEqual(
            recording.inputs("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "db-access-from-pods"),
            {
                securityGroupId: "db-access-id",
                referencedSecurityGroupId: "sg-nodes",
                ipProtocol: "tcp",
                fromPort: 5432,
                toPort: 5432,
                description: "Nodes of the platform to PostgreSQL",
            },
        );
    });
});
