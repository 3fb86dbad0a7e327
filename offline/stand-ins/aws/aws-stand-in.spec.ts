import assert from "node:assert/strict";
import { type PropertyMap, secret, UNKNOWN } from "../protocol/values";
import { create, reasons, resource, standIn } from "./aws-stand-in.fixture";

describe("the stand-in for aws", () => {
    it("refuses a provider without a region and says how to set it", () => {
        const [failure] = standIn().checkConfig({}).failures;
        assert.equal(
            failure?.reason,
            "stand-in for aws: aws:region is not set. Run: pulumi config set aws:region eu-west-1",
        );
    });

    it("refuses a resource type that it has no row for", () => {
        assert.throws(
            () => reasons("aws:rds/clustr:Clustr", {}),
            /^Error: stand-in for aws: it does not know the resource type aws:rds\/clustr:Clustr\. Did you mean aws:rds\/cluster:Cluster\? Add a row/,
        );
    });

    it("refuses properties that the type does not have, and missing ones", () => {
        assert.deepEqual(reasons("aws:kms/key:Key", { deletionWindowInDay: 30 }), [
            "stand-in for aws: aws:kms/key:Key: it has no property deletionWindowInDay. Did you mean deletionWindowInDays?",
        ]);
        assert.deepEqual(reasons("aws:rds/cluster:Cluster", {}), [
            "stand-in for aws: aws:rds/cluster:Cluster: it needs engine. Set it.",
        ]);
    });

    it("refuses names that AWS would refuse", () => {
        assert.deepEqual(reasons("aws:opensearch/domain:Domain", { domainName: "Search" }), [
            'stand-in for aws: aws:opensearch/domain:Domain: domainName is "Search"; OpenSearch allows 3 to 28 lower-case letters, digits and hyphens, a letter first. Shorten the logical name or set domainName.',
        ]);
        assert.match(
            reasons("aws:elasticache/replicationGroup:ReplicationGroup", {
                description: "d",
                replicationGroupId: "a--b",
            })[0] ?? "",
            /^stand-in for aws: .* replicationGroupId is "a--b"/,
        );
    });

    it("refuses a cluster that begins in two ways, and a Redis OSS that does not exist", () => {
        const cluster = { engine: "aurora-postgresql", snapshotIdentifier: "s", restoreToPointInTime: {} };
        assert.deepEqual(reasons("aws:rds/cluster:Cluster", cluster), [
            "stand-in for aws: aws:rds/cluster:Cluster: snapshotIdentifier and restoreToPointInTime exclude each other. Remove one.",
        ]);
        const type = "aws:elasticache/replicationGroup:ReplicationGroup";
        const group = { description: "d", replicationGroupId: "r", engine: "redis" };
        assert.deepEqual(reasons(type, { ...group, engineVersion: "8.1" }), [
            `stand-in for aws: ${type}: engineVersion is "8.1"; ElastiCache has Redis OSS up to 7.1. Lower it, or set engine to "valkey".`,
        ]);
        assert.deepEqual(reasons(type, { ...group, engineVersion: "7.1" }), []);
        assert.equal(create(standIn(), type, group).state["engineVersionActual"], "7.1.0");
    });

    it("refuses a function that it does not know", () => {
        assert.throws(
            () => standIn().invoke("aws:ec2/getAmi:getAmi", {}),
            /it does not know the function aws:ec2\/getAmi:getAmi\./,
        );
    });

    it("answers the account and its place", () => {
        const aws = standIn();
        assert.equal(aws.invoke("aws:index/getCallerIdentity:getCallerIdentity", {})["accountId"], "123456789012");
        assert.equal(aws.invoke("aws:index/getRegion:getRegion", {})["region"], "eu-west-1");
        const addon = { addonName: "kube-proxy", kubernetesVersion: "1.35" };
        assert.equal(aws.invoke("aws:eks/getAddonVersion:getAddonVersion", addon)["version"], "v1.35.0-eksbuild.2");
    });

    it("knows in a preview what the provider plans, and nothing that AWS gives", () => {
        const aws = standIn({ defaultTags: JSON.stringify({ tags: { project: "kaireon" } }) });
        const { id, state } = create(aws, "aws:ec2/vpc:Vpc", { cidrBlock: "10.0.0.0/16", tags: { Name: "n" } }, true);
        assert.equal(id, "");
        assert.equal(state["cidrBlock"], "10.0.0.0/16");
        assert.equal(state["region"], "eu-west-1");
        assert.deepEqual(state["tagsAll"], { project: "kaireon", Name: "n" });
        assert.deepEqual([state["arn"], state["defaultSecurityGroupId"]], [UNKNOWN, UNKNOWN]);
        assert.equal("instanceTenancy" in state, false);
    });

    it("gives ids and ARNs as AWS does, the same for the same resource", () => {
        const inputs = { cidrBlock: "10.0.0.0/16" };
        const { id, state } = create(standIn(), "aws:ec2/vpc:Vpc", inputs);
        assert.match(id, /^vpc-0[0-9a-f]{16}$/);
        assert.equal(state["arn"], `arn:aws:ec2:eu-west-1:123456789012:vpc/${id}`);
        assert.equal(create(standIn(), "aws:ec2/vpc:Vpc", inputs).id, id);
        assert.notEqual(create(standIn(), "aws:ec2/vpc:Vpc", { cidrBlock: "10.1.0.0/16" }).id, id);
    });

    it("passes secrets on as secrets and keeps write-only values out of the outputs", () => {
        const inputs = { secretId: "arn:s", secretString: secret("hush"), secretStringWo: secret("never") };
        const { state } = create(standIn(), "aws:secretsmanager/secretVersion:SecretVersion", inputs);
        assert.deepEqual(state["secretString"], secret("hush"));
        assert.equal("secretStringWo" in state, false);
    });

    it("gives a cluster-mode Redis a configuration endpoint and no primary one", () => {
        const inputs = {
            replicationGroupId: "redis",
            description: "d",
            numNodeGroups: 3,
            replicasPerNodeGroup: 2,
            engine: "valkey",
        };
        const { state } = create(standIn(), "aws:elasticache/replicationGroup:ReplicationGroup", inputs);
        assert.equal(state["configurationEndpointAddress"], "clustercfg.redis.a1b2c3.euw1.cache.amazonaws.com");
        assert.equal(state["primaryEndpointAddress"], "");
        assert.equal(Array.isArray(state["memberClusters"]) && state["memberClusters"].length, 9);
    });

    it("counts a launch template's versions up, which a preview does not know yet", () => {
        const aws = standIn();
        const type = "aws:ec2/launchTemplate:LaunchTemplate";
        const oldState = create(aws, type, { name: "t" }).state;
        const update = {
            ...resource(type),
            id: "lt-1",
            oldState,
            oldInputs: { name: "t" },
            inputs: { name: "t", imageId: "a" },
        };
        assert.equal(aws.update({ ...update, preview: true, timeoutSeconds: 0 })["latestVersion"], UNKNOWN);
        const updated = aws.update({ ...update, preview: false, timeoutSeconds: 0 });
        assert.deepEqual(
            [oldState["latestVersion"], updated["latestVersion"], updated["arn"]],
            [1, 2, oldState["arn"]],
        );
    });

    const protectedStates: readonly (readonly [type: string, state: PropertyMap, message: RegExp])[] = [
        ["aws:rds/cluster:Cluster", { deletionProtection: true }, /Cannot delete protected Cluster/],
        ["aws:rds/cluster:Cluster", { skipFinalSnapshot: false }, /final_snapshot_identifier is required/],
        ["aws:dynamodb/table:Table", { deletionProtectionEnabled: true }, /currently protected against deletion/],
        ["aws:eks/cluster:Cluster", { deletionProtection: true }, /deletion protection is enabled/],
    ];
    for (const [type, state, message] of protectedStates) {
        it(`does not delete a ${type} of ${JSON.stringify(state)}`, () => {
            assert.throws(() => standIn().delete({ ...resource(type), id: "x", state, timeoutSeconds: 0 }), message);
        });
    }

    it("leaves what it reads unchanged, and cannot look up what it has not made", () => {
        const aws = standIn();
        const read = { ...resource("aws:ec2/vpc:Vpc"), id: "vpc-1", inputs: {} };
        assert.deepEqual(aws.read({ ...read, state: { arn: "a" } }), { arn: "a" });
        assert.throws(
            () => aws.read({ ...read, state: {} }),
            /"vpc-1" cannot be looked up: there is no account behind it/,
        );
    });
});
