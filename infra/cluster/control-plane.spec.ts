import assert from "node:assert/strict";
import { nameOf, record, resolved } from "../../test/mocks";
import { ControlPlane, type ControlPlaneArgs, endpointAccess } from "./control-plane";

const ZONES = ["eu-west-1a", "eu-west-1b", "eu-west-1c"];
const ARGS: ControlPlaneArgs = {
    clusterName: "kaireon-large",
    version: "1.35",
    network: {
        vpcId: "vpc-1",
        privateSubnets: ZONES.map((zone) => ({ zone, id: `subnet-${zone}`, cidr: "10.64.0.0/19" })),
    },
    region: "eu-west-1",
    accountId: "111122223333",
    partition: "aws",
    adminPrincipalArns: ["arn:aws:iam::111122223333:role/platform-admins"],
    publicAccessCidrs: ["203.0.113.0/24"],
    logRetentionDays: 90,
    protect: true,
    tags: { stack: "large" },
};

function controlPlane(args: Partial<ControlPlaneArgs> = {}) {
    return record(() => new ControlPlane("cluster", { ...ARGS, ...args }));
}

describe("ControlPlane", () => {
    it("has exactly these children", async () => {
        assert.deepEqual((await controlPlane()).children("kaireon:cluster:ControlPlane", "cluster"), [
            "aws:cloudwatch/logGroup:LogGroup cluster-logs",
            "aws:eks/addon:Addon cluster-pod-identity-agent",
            "eks:index:Cluster cluster",
            "kaireon:cluster:PodIdentityRole cluster-aws-node",
            "kaireon:data:EncryptionKey cluster-key",
            "pulumi:providers:kubernetes cluster-kubernetes",
        ]);
    });

    it("configures the cluster like this, and nothing else of it", async () => {
        assert.deepEqual((await controlPlane()).inputs("eks:index:Cluster", "cluster"), {
            name: "kaireon-large",
            version: "1.35",
            vpcId: "vpc-1",
            privateSubnetIds: ["subnet-eu-west-1a", "subnet-eu-west-1b", "subnet-eu-west-1c"],
            skipDefaultNodeGroup: true,
            skipDefaultSecurityGroups: true,
            authenticationMode: "API",
            accessEntries: {
                "111122223333-role-platform-admins": {
                    principalArn: "arn:aws:iam::111122223333:role/platform-admins",
                    accessPolicies: {
                        admin: {
                            policyArn: "arn:aws:eks::aws:cluster-access-policy/AmazonEKSClusterAdminPolicy",
                            accessScope: { type: "cluster" },
                        },
                    },
                },
            },
            endpointPrivateAccess: true,
            endpointPublicAccess: true,
            publicAccessCidrs: ["203.0.113.0/24"],
            encryptionConfigKeyArn: "arn:aws:kms:eu-west-1:111122223333:cluster-key",
            enabledClusterLogTypes: ["api", "audit", "authenticator", "controllerManager", "scheduler"],
            createOidcProvider: true,
            upgradePolicy: { supportType: "STANDARD" },
            deletionProtection: true,
            bootstrapSelfManagedAddons: false,
            vpcCniOptions: {
                enablePrefixDelegation: true,
                warmPrefixTarget: 1,
                enableNetworkPolicy: true,
                // The SDK's defaults.
                resolveConflictsOnCreate: "OVERWRITE",
                resolveConflictsOnUpdate: "OVERWRITE",
            },
            tags: { stack: "large" },
        });
    });

    it("makes the group that EKS logs to before the cluster, so that its logs expire", async () => {
        const recording = await controlPlane();
        assert.deepEqual(recording.inputs("aws:cloudwatch/logGroup:LogGroup", "cluster-logs"), {
            name: "/aws/eks/kaireon-large/cluster",
            retentionInDays: 90,
            kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:cluster-key",
        });
        assert.ok(recording.resource("eks:index:Cluster", "cluster").waitsFor.includes("cluster-logs"));
    });

    it("gives the network plugin a role of its own before there are nodes", async () => {
        const recording = await controlPlane();
        assert.deepEqual(
            recording.inputs("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "cluster-aws-node-cni")["policyArn"],
            "arn:aws:iam::aws:policy/AmazonEKS_CNI_Policy",
        );
        const names = await Promise.all(recording.result.nodePrerequisites.map(nameOf));
        assert.deepEqual(names, ["cluster", "cluster-pod-identity-agent", "cluster-aws-node-association"]);
    });

    it("keeps the kubeconfig secret and ties the provider to the API server", async () => {
        const recording = await controlPlane();
        const provider = recording.resource("pulumi:providers:kubernetes", "cluster-kubernetes");
        assert.deepEqual(provider.secretInputs, ["kubeconfig"]);
        assert.equal(provider.inputs["clusterIdentifier"], "https://C0FFEE.gr7.eu-west-1.eks.amazonaws.com");
        assert.equal(provider.inputs["enableServerSideApply"], "true");
    });

    it("gives out the cluster's name and the group of its nodes", async () => {
        const { result } = await controlPlane();
        assert.equal(await resolved(result.name), "kaireon-large");
        assert.equal(await resolved(result.clusterSecurityGroupId), "sg-cluster");
    });

    it("lets a stack without protection be deleted", async () => {
        const recording = await controlPlane({ protect: false });
        assert.equal(recording.inputs("eks:index:Cluster", "cluster")["deletionProtection"], false);
        assert.equal(recording.resource("aws:kms/key:Key", "cluster-key").protect, false);
    });
});

describe("endpointAccess", () => {
    it("has no public endpoint when no range may reach it, and then names no ranges", () => {
        assert.deepEqual(endpointAccess([]), { endpointPrivateAccess: true, endpointPublicAccess: false });
    });
});
