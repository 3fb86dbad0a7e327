import assert from "node:assert/strict";
import * as proto from "@pulumi/pulumi/proto/provider_pb";
import { installedVersion } from "../../project";
import { propertiesOf, structOf } from "../protocol/messages";
import { fields, isUnknown, type PropertyMap, text, UNKNOWN } from "../protocol/values";
import { ask, type Serving, serving } from "../serving.fixture";
import { FakeMonitor } from "./fake-monitor.fixture";

const INPUTS: PropertyMap = {
    vpcId: "vpc-1",
    privateSubnetIds: ["subnet-1", "subnet-2"],
    publicSubnetIds: ["subnet-0"],
    skipDefaultNodeGroup: true,
    authenticationMode: "API",
    version: "1.35",
};

describe("the component eks:index:Cluster of the stand-in", function () {
    this.timeout(20_000);
    let provider: Serving;
    let monitor: FakeMonitor;

    before(async () => {
        provider = await serving("eks");
    });
    after(() => provider.stop());
    afterEach(() => monitor.stop());

    async function construct(inputs: PropertyMap, preview = false, protect = false): Promise<proto.ConstructResponse> {
        monitor = new FakeMonitor(preview);
        const request = new proto.ConstructRequest();
        request.setType("eks:index:Cluster");
        request.setName("k");
        request.setParent("urn:parent");
        request.setInputs(structOf(inputs));
        request.setDryrun(preview);
        request.setProtect(protect);
        request.setMonitorendpoint(await monitor.start());
        const dependencies = new proto.ConstructRequest.PropertyDependencies();
        dependencies.setUrnsList(["urn:network"]);
        request.getInputdependenciesMap().set("vpcId", dependencies);
        return ask<proto.ConstructResponse>((done) => provider.client.construct(request, done));
    }

    function children(): string[] {
        return monitor.registrations.map(({ type, name, parent }) => `${type} ${name} in ${parent.split("::").pop()}`);
    }

    function registered(name: string, type = ""): PropertyMap {
        return monitor.registrations.find((one) => one.name === name && one.type.endsWith(type))?.inputs ?? {};
    }

    it("registers what the real one does in API mode", async () => {
        await construct(INPUTS);
        assert.deepEqual(children(), [
            "eks:index:Cluster k in urn:parent",
            "eks:index:ServiceRole k-eksRole in k",
            "aws:iam/role:Role k-eksRole-role in k-eksRole",
            "aws:iam/rolePolicyAttachment:RolePolicyAttachment k-eksRole-4b490823 in k-eksRole",
            "aws:ec2/securityGroup:SecurityGroup k-eksClusterSecurityGroup in k",
            "aws:ec2/securityGroupRule:SecurityGroupRule k-eksClusterInternetEgressRule in k",
            "aws:eks/cluster:Cluster k-eksCluster in k",
            "aws:eks/addon:Addon k-kube-proxy in k",
            "pulumi:providers:kubernetes k-eks-k8s in k",
            "eks:index:VpcCniAddon k-vpc-cni in k",
            "aws:eks/addon:Addon k-vpc-cni in k-vpc-cni",
            "aws:ec2/securityGroup:SecurityGroup k-nodeSecurityGroup in k",
            "aws:ec2/securityGroupRule:SecurityGroupRule k-eksNodeIngressRule in k",
            "aws:ec2/securityGroupRule:SecurityGroupRule k-eksNodeClusterIngressRule in k",
            "aws:ec2/securityGroupRule:SecurityGroupRule k-eksExtApiServerClusterIngressRule in k",
            "aws:ec2/securityGroupRule:SecurityGroupRule k-eksNodeInternetEgressRule in k",
            "aws:ec2/securityGroupRule:SecurityGroupRule k-eksClusterIngressRule in k",
        ]);
        assert.deepEqual(monitor.invoked, [
            "aws:index/getPartition:getPartition",
            "aws:eks/getAddonVersion:getAddonVersion",
            "aws:eks/getAddonVersion:getAddonVersion",
        ]);
    });

    it("adds the auth ConfigMap, access entries, CoreDNS and the OIDC provider where the arguments ask for them", async () => {
        const admin = {
            principalArn: "arn:admin",
            accessPolicies: { all: { policyArn: "arn:policy", accessScope: { type: "cluster" } } },
        };
        await construct({
            ...INPUTS,
            authenticationMode: "API_AND_CONFIG_MAP",
            accessEntries: { admin },
            corednsAddonOptions: { enabled: true },
            createOidcProvider: true,
        });
        const added = children().filter((child) => /nodeAccess|admin|coredns|oidc/.test(child));
        assert.deepEqual(added, [
            "kubernetes:core/v1:ConfigMap k-nodeAccess in k",
            "aws:eks/accessEntry:AccessEntry k-admin in k",
            "aws:eks/accessPolicyAssociation:AccessPolicyAssociation k-admin-all in k-admin",
            "aws:eks/addon:Addon k-coredns in k",
            "aws:iam/openIdConnectProvider:OpenIdConnectProvider k-oidcProvider in k",
        ]);
    });

    it("leaves out the groups and add-ons that the arguments decline", async () => {
        const without = {
            skipDefaultSecurityGroups: true,
            useDefaultVpcCni: true,
            kubeProxyAddonOptions: { enabled: false },
        };
        await construct({ ...INPUTS, ...without });
        assert.deepEqual(
            children().filter((child) => /securityGroup|addon|VpcCni/i.test(child)),
            [],
        );
    });

    it("passes its arguments to the cluster", async () => {
        await construct({
            ...INPUTS,
            encryptionConfigKeyArn: "arn:key",
            endpointPrivateAccess: true,
            publicAccessCidrs: ["192.0.2.0/24"],
            deletionProtection: true,
            tags: { a: "b" },
        });
        const cluster = registered("k-eksCluster");
        assert.deepEqual(cluster["vpcConfig"], {
            securityGroupIds: ["k-eksClusterSecurityGroup-id"],
            subnetIds: ["subnet-0", "subnet-1", "subnet-2"],
            endpointPrivateAccess: true,
            publicAccessCidrs: ["192.0.2.0/24"],
        });
        assert.deepEqual(cluster["encryptionConfig"], { provider: { keyArn: "arn:key" }, resources: ["secrets"] });
        assert.deepEqual(cluster["accessConfig"], {
            authenticationMode: "API",
            bootstrapClusterCreatorAdminPermissions: true,
        });
        assert.deepEqual(cluster["tags"], { Name: "k-eksCluster", a: "b" });
        assert.deepEqual([cluster["version"], cluster["deletionProtection"]], ["1.35", true]);
    });

    it("configures the VPC CNI with prefix delegation and network policy", async () => {
        await construct({
            ...INPUTS,
            vpcCniOptions: {
                enablePrefixDelegation: true,
                enableNetworkPolicy: true,
                configurationValues: { env: { WARM_PREFIX_TARGET: "2" } },
            },
        });
        const configuration = JSON.parse(
            text(registered("k-vpc-cni", "addon:Addon")["configurationValues"]),
        ) as PropertyMap;
        assert.equal(configuration["enableNetworkPolicy"], "true");
        const { ENABLE_PREFIX_DELEGATION, WARM_ENI_TARGET, WARM_PREFIX_TARGET } = fields(configuration["env"]);
        assert.deepEqual([ENABLE_PREFIX_DELEGATION, WARM_ENI_TARGET, WARM_PREFIX_TARGET], ["true", "1", "2"]);
    });

    it("uses the program's provider versions, and hands its protection down", async () => {
        await construct(INPUTS, false, true);
        const cluster = monitor.registrations.find(({ name }) => name === "k-eksCluster");
        assert.deepEqual([cluster?.version, cluster?.protect], [installedVersion("@pulumi/aws"), true]);
        assert.deepEqual(cluster?.ignoreChanges, [
            "accessConfig.bootstrapClusterCreatorAdminPermissions",
            "bootstrapSelfManagedAddons",
        ]);
    });

    it("gives a kubeconfig without a credential, and outputs that say where they come from", async () => {
        const response = await construct(INPUTS);
        const state = propertiesOf(response.getState());
        const config = JSON.parse(text(state["kubeconfigJson"])) as { clusters: { cluster: { server: string } }[] };
        assert.equal(config.clusters[0]?.cluster.server, "https://e");
        assert.doesNotMatch(text(state["kubeconfigJson"]), /token:|password|client-key/);
        assert.equal(state["nodeSecurityGroupId"], "k-nodeSecurityGroup-id");
        assert.equal(fields(state["eksCluster"])["urn"], undefined, "a reference is no plain object");
        const dependencies = response.getStatedependenciesMap().get("kubeconfigJson")?.getUrnsList();
        assert.deepEqual(dependencies, ["urn:aws:eks/cluster:Cluster::k-eksCluster"]);
    });

    it("leaves unknown in a preview what only the cluster can tell", async () => {
        const state = propertiesOf((await construct(INPUTS, true)).getState());
        assert.deepEqual([state["kubeconfigJson"], state["clusterSecurityGroupId"]], [UNKNOWN, UNKNOWN]);
        assert.equal(isUnknown(registered("k-eksCluster")["roleArn"]), true);
    });

    const refused: readonly (readonly [why: string, change: PropertyMap, message: RegExp])[] = [
        ["an argument that it does not know", { vpcIdd: "x" }, /it has no property vpcIdd\. Did you mean vpcId\?/],
        ["an argument that it cannot do", { fargate: true }, /fargate is not supported offline\. Leave it out\./],
        [
            "a default node group",
            { skipDefaultNodeGroup: false },
            /it needs skipDefaultNodeGroup; it makes neither node groups nor look-ups\. Set it\./,
        ],
        [
            "access entries without the API mode",
            { authenticationMode: "CONFIG_MAP", accessEntries: { a: { principalArn: "x" } } },
            /accessEntries need authenticationMode API/,
        ],
    ];
    for (const [why, change, message] of refused) {
        it(`refuses ${why}`, async () => {
            await assert.rejects(construct({ ...INPUTS, ...change }), message);
            assert.deepEqual(monitor.registrations, []);
        });
    }
});
