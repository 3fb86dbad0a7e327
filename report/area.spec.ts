import assert from "node:assert/strict";
import { areaOf, labelOf, nameOf, shortType, stackOf } from "./area";

const urn = (types: string, name = "x") => `urn:pulumi:large::kaireon::${types}::${name}`;

describe("the area of a resource", () => {
    const cases: readonly (readonly [types: string, area: string])[] = [
        ["kaireon:network:Vpc$aws:ec2/vpc:Vpc", "network"],
        ["kaireon:cluster:NodeGroups$aws:eks/nodeGroup:NodeGroup", "cluster"],
        ["kaireon:cluster:Controllers$kaireon:cluster:PodIdentityRole$aws:iam/role:Role", "controllers"],
        ["kaireon:data:Aurora$kaireon:data:EncryptionKey$aws:kms/key:Key", "data stores"],
        ["kaireon:app:Platform$kubernetes:helm.sh/v3:Release", "release"],
        ["kaireon:app:ApplicationSecrets$aws:secretsmanager/secret:Secret", "identity and secrets"],
        ["aws:ec2/securityGroup:SecurityGroup", "other"],
    ];
    for (const [types, area] of cases) {
        it(`is ${area} for ${types}`, () => assert.equal(areaOf(urn(types)), area));
    }

    it("comes with a type and a name that a reader knows", () => {
        assert.equal(shortType("aws:rds/clusterInstance:ClusterInstance"), "rds ClusterInstance");
        assert.equal(shortType("kubernetes:helm.sh/v3:Release"), "Release");
        assert.equal(shortType("random:index/randomId:RandomId"), "RandomId");
        assert.equal(nameOf(urn("aws:msk/topic:Topic", "a::b")), "a::b");
        assert.equal(labelOf(urn("aws:msk/topic:Topic", "a")), "msk Topic a");
        assert.equal(stackOf(urn("aws:msk/topic:Topic")), "large");
    });
});
