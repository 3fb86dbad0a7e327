import assert from "node:assert/strict";
import * as ssm from "@pulumi/aws/ssm";
import { record } from "../../test/mocks";
import { NodeGroups, type NodePool } from "./node-groups";

const ZONES = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];
const TAINTED = (tier: string) => ({
    labels: { "kaireon.ai/tier": tier },
    taint: { key: "kaireon.ai/tier", value: tier },
});

const POOLS: readonly NodePool[] = [
    {
        name: "api",
        instanceType: "m7i.2xlarge",
        diskGb: 80,
        ...TAINTED("api"),
        groups: ZONES.map((zone) => ({ key: zone, subnetIds: [`subnet-${zone}`], minSize: 1, maxSize: 7 })),
    },
    {
        name: "general",
        instanceType: "m7g.xlarge",
        diskGb: 50,
        labels: { "kaireon.ai/tier": "general" },
        groups: [{ key: "all", subnetIds: ZONES.map((zone) => `subnet-${zone}`), minSize: 3, maxSize: 4 }],
    },
];

function nodes() {
    return record(() => {
        const prerequisite = new ssm.Parameter("cluster", { type: "String", value: "any resource" });
        return new NodeGroups("nodes", {
            clusterName: "kaireon-large",
            version: "1.35",
            partition: "aws",
            pools: POOLS,
            securityGroupIds: ["sg-cluster", "sg-nodes"],
            waitFor: [prerequisite],
            tags: { stack: "large" },
        });
    });
}

describe("NodeGroups", () => {
    it("has exactly these children", async () => {
        assert.deepEqual((await nodes()).children("kaireon:cluster:NodeGroups", "nodes"), [
            "aws:ec2/launchTemplate:LaunchTemplate nodes-api",
            "aws:ec2/launchTemplate:LaunchTemplate nodes-general",
            "aws:eks/nodeGroup:NodeGroup nodes-api-eu-west-1a",
            "aws:eks/nodeGroup:NodeGroup nodes-api-eu-west-1b",
            "aws:eks/nodeGroup:NodeGroup nodes-api-eu-west-1c",
            "aws:eks/nodeGroup:NodeGroup nodes-general-all",
            "aws:iam/role:Role nodes-role",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment nodes-role-images",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment nodes-role-node",
        ]);
    });

    it("keeps each api group in one zone, tainted for the tier", async () => {
        assert.deepEqual((await nodes()).inputs("aws:eks/nodeGroup:NodeGroup", "nodes-api-eu-west-1b"), {
            clusterName: "kaireon-large",
            version: "1.35",
            nodeRoleArn: "arn:aws:iam:eu-west-1:111122223333:nodes-role",
            subnetIds: ["subnet-eu-west-1b"],
            amiType: "AL2023_x86_64_STANDARD",
            capacityType: "ON_DEMAND",
            launchTemplate: { id: "nodes-api-id", version: "1" },
            labels: { "kaireon.ai/tier": "api" },
            taints: [{ key: "kaireon.ai/tier", value: "api", effect: "NO_SCHEDULE" }],
            scalingConfig: { minSize: 1, maxSize: 7, desiredSize: 1 },
            updateConfig: { maxUnavailablePercentage: 33 },
            nodeRepairConfig: { enabled: true },
            tags: { stack: "large" },
        });
    });

    it("leaves the general nodes untainted, over all zones", async () => {
        const group = (await nodes()).inputs("aws:eks/nodeGroup:NodeGroup", "nodes-general-all");
        assert.equal(group["taints"], undefined);
        assert.equal(group["amiType"], "AL2023_ARM_64_STANDARD");
        assert.deepEqual(group["subnetIds"], ["subnet-eu-west-1a", "subnet-eu-west-1b", "subnet-eu-west-1c"]);
    });

    it("leaves the desired size to the autoscaler", async () => {
        for (const group of (await nodes()).ofType("aws:eks/nodeGroup:NodeGroup")) {
            assert.deepEqual(group.ignoreChanges, ["scalingConfig.desiredSize"], group.name);
        }
    });

    it("starts no node before it can join and pull images", async () => {
        for (const group of (await nodes()).ofType("aws:eks/nodeGroup:NodeGroup")) {
            for (const needed of ["cluster", "nodes-role-images", "nodes-role-node"]) {
                assert.ok(group.waitsFor.includes(needed), `${group.name} does not wait for ${needed}`);
            }
        }
    });

    it("keeps the node's metadata from pods and encrypts its disk", async () => {
        const tags = { Name: "nodes-api", stack: "large" };
        assert.deepEqual((await nodes()).inputs("aws:ec2/launchTemplate:LaunchTemplate", "nodes-api"), {
            instanceType: "m7i.2xlarge",
            vpcSecurityGroupIds: ["sg-cluster", "sg-nodes"],
            metadataOptions: { httpEndpoint: "enabled", httpTokens: "required", httpPutResponseHopLimit: 1 },
            blockDeviceMappings: [
                {
                    deviceName: "/dev/xvda",
                    ebs: { volumeType: "gp3", volumeSize: 80, encrypted: "true", deleteOnTermination: "true" },
                },
            ],
            tagSpecifications: [
                { resourceType: "instance", tags },
                { resourceType: "volume", tags },
                { resourceType: "network-interface", tags },
            ],
            updateDefaultVersion: true,
        });
    });

    it("gives the nodes' role no permissions on pods' behalf", async () => {
        const attachments = (await nodes()).ofType("aws:iam/rolePolicyAttachment:RolePolicyAttachment");
        assert.deepEqual(
            attachments.map(({ inputs }) => inputs["policyArn"]),
            [
                "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPullOnly",
                "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy",
            ],
        );
    });
});
