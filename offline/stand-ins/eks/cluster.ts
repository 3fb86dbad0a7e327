import { fields, items } from "../protocol/values";
import { createAccessEntries } from "./access-entries";
import { createPlainAddon, createVpcCni } from "./add-ons";
import type { ClusterInputs } from "./inputs";
import { kubeconfigOf } from "./kubeconfig";
import type { Monitor, Registered } from "./monitor";
import { combine, type Input, type Output } from "./output";
import { createClusterSecurityGroup, createNodeSecurityGroup } from "./security-groups";
import { createServiceRole, type ServiceRole } from "./service-role";

/** Stands for the digest of the issuer's certificate, which the real component fetches. */
const THUMBPRINT = "0".repeat(40);

/** Registers what `@pulumi/eks` 4.3.0 registers for a cluster without a default node group, under the same names and parents. */
export async function createCluster(
    monitor: Monitor,
    name: string,
    component: Registered,
    inputs: ClusterInputs,
): Promise<Readonly<Record<string, Input>>> {
    const parent = component.urn;
    const withGroups = !inputs.isTrue("skipDefaultSecurityGroups");
    const mode = inputs.plain("authenticationMode");

    const partition = (await monitor.invoke("aws:index/getPartition:getPartition", {})).get("partition");
    const serviceRole = await createServiceRole(monitor, `${name}-eksRole`, parent, partition, inputs.get("tags"));
    const clusterGroup = withGroups ? await createClusterSecurityGroup(monitor, name, parent, inputs) : undefined;
    const cluster = await createEksCluster(monitor, name, parent, inputs, serviceRole, clusterGroup);
    if (inputs.field("kubeProxyAddonOptions", "enabled")?.value !== false) {
        await createPlainAddon(monitor, `${name}-kube-proxy`, parent, "kube-proxy", inputs, cluster);
    }
    const provider = await monitor.resource(
        "pulumi:providers:kubernetes",
        `${name}-eks-k8s`,
        {
            kubeconfig: kubeconfigOf(cluster, inputs, true).apply((config) => JSON.stringify(config)),
            enableConfigMapMutable: inputs.get("enableConfigMapMutable"),
        },
        { parent },
    );
    const nodeAccess = mode === "API" ? undefined : await createNodeAccess(monitor, name, parent, provider);
    const access = [
        ...(mode === "API" || mode === "API_AND_CONFIG_MAP"
            ? await createAccessEntries(monitor, name, parent, inputs, cluster)
            : []),
        ...(nodeAccess === undefined ? [] : [nodeAccess.urn]),
    ];
    if (!inputs.isTrue("useDefaultVpcCni"))
        await createVpcCni(monitor, `${name}-vpc-cni`, parent, inputs, cluster, access);
    const coreDns =
        inputs.field("corednsAddonOptions", "enabled")?.value === true ||
        inputs.field("corednsAddonOptions", "configurationValues");
    if (coreDns) await createPlainAddon(monitor, `${name}-coredns`, parent, "coredns", inputs, cluster);
    const oidc = inputs.isTrue("createOidcProvider")
        ? await createOidcProvider(monitor, name, parent, cluster)
        : undefined;
    const nodes = clusterGroup && (await createNodeSecurityGroup(monitor, name, parent, inputs, cluster, clusterGroup));

    const kubeconfig = kubeconfigOf(cluster, inputs, false);
    const ownGroupId = cluster.get("vpcConfig").get("clusterSecurityGroupId");
    const issuer = issuerOf(cluster);
    return {
        kubeconfig,
        kubeconfigJson: kubeconfig.apply((config) => JSON.stringify(config)),
        clusterSecurityGroup: clusterGroup?.reference,
        clusterSecurityGroupId: clusterGroup?.id ?? ownGroupId,
        nodeSecurityGroup: nodes?.group.reference,
        nodeSecurityGroupId: nodes?.group.id ?? ownGroupId,
        eksClusterIngressRule: nodes?.clusterIngressRule.reference,
        clusterIngressRuleId: nodes?.clusterIngressRule.get("securityGroupRuleId") ?? "",
        eksCluster: cluster.reference,
        instanceRoles: [],
        defaultNodeGroupAsgName: "",
        fargateProfileId: "",
        fargateProfileStatus: "",
        autoModeNodeRoleName: "",
        oidcProviderArn: oidc?.get("arn") ?? "",
        oidcProviderUrl: issuer,
        oidcIssuer: issuer.apply((url) => String(url).replace("https://", "")),
        core: {
            cluster: cluster.reference,
            clusterIamRole: serviceRole.role.reference,
            clusterSecurityGroup: clusterGroup?.reference,
            eksNodeAccess: nodeAccess?.reference,
            endpoint: cluster.get("endpoint"),
            instanceRoles: [],
            kubeconfig,
            nodeGroupOptions: {},
            oidcProvider: oidc?.reference,
            privateSubnetIds: inputs.get("privateSubnetIds"),
            provider: provider.reference,
            publicSubnetIds: inputs.get("publicSubnetIds"),
            subnetIds: subnetIdsOf(inputs),
            tags: inputs.get("tags"),
            vpcId: inputs.get("vpcId"),
        },
    };
}

function createEksCluster(
    monitor: Monitor,
    name: string,
    parent: string,
    inputs: ClusterInputs,
    serviceRole: ServiceRole,
    securityGroup: Registered | undefined,
): Promise<Registered> {
    const keyArn = inputs.get("encryptionConfigKeyArn");
    const mode = inputs.get("authenticationMode");
    const range = inputs.get("kubernetesServiceIpAddressRange");
    const family = inputs.get("ipFamily");
    return monitor.resource(
        "aws:eks/cluster:Cluster",
        `${name}-eksCluster`,
        {
            name: inputs.get("name"),
            roleArn: serviceRole.role.get("arn"),
            kubernetesNetworkConfig:
                range === undefined && family === undefined
                    ? undefined
                    : { serviceIpv4Cidr: range, ipFamily: family ?? "ipv4" },
            bootstrapSelfManagedAddons: inputs.get("bootstrapSelfManagedAddons") ?? true,
            vpcConfig: {
                securityGroupIds: securityGroup === undefined ? undefined : [securityGroup.id],
                subnetIds: subnetIdsOf(inputs),
                endpointPrivateAccess: inputs.get("endpointPrivateAccess"),
                endpointPublicAccess: inputs.get("endpointPublicAccess"),
                publicAccessCidrs: inputs.get("publicAccessCidrs"),
            },
            version: inputs.get("version"),
            enabledClusterLogTypes: inputs.get("enabledClusterLogTypes"),
            tags: combine([inputs.get("clusterTags"), inputs.get("tags")], ([own = null, tags = null]) => ({
                Name: `${name}-eksCluster`,
                ...fields(own),
                ...fields(tags),
            })),
            encryptionConfig: keyArn === undefined ? undefined : { provider: { keyArn }, resources: ["secrets"] },
            accessConfig:
                mode === undefined
                    ? undefined
                    : { authenticationMode: mode, bootstrapClusterCreatorAdminPermissions: true },
            upgradePolicy: inputs.get("upgradePolicy"),
            deletionProtection: inputs.get("deletionProtection"),
        },
        {
            parent,
            dependsOn: serviceRole.ready,
            ignoreChanges: ["accessConfig.bootstrapClusterCreatorAdminPermissions", "bootstrapSelfManagedAddons"],
        },
    );
}

function subnetIdsOf(inputs: ClusterInputs): Output {
    const all = inputs.get("subnetIds");
    if (all !== undefined) return all;
    const kinds = [inputs.get("publicSubnetIds") ?? [], inputs.get("privateSubnetIds") ?? []];
    return combine(kinds, (lists) => lists.flatMap(items));
}

/** The ConfigMap `aws-auth`, for the authentication modes that read it. */
function createNodeAccess(monitor: Monitor, name: string, parent: string, provider: Registered): Promise<Registered> {
    return monitor.resource(
        "kubernetes:core/v1:ConfigMap",
        `${name}-nodeAccess`,
        {
            apiVersion: "v1",
            kind: "ConfigMap",
            immutable: false,
            metadata: { name: "aws-auth", namespace: "kube-system", annotations: { "pulumi.com/patchForce": "true" } },
            data: { mapRoles: "[]\n" },
        },
        { parent, provider: provider.providerReference },
    );
}

async function createOidcProvider(
    monitor: Monitor,
    name: string,
    parent: string,
    cluster: Registered,
): Promise<Registered> {
    await monitor.invoke("aws:index/getRegion:getRegion", {});
    return monitor.resource(
        "aws:iam/openIdConnectProvider:OpenIdConnectProvider",
        `${name}-oidcProvider`,
        { clientIdLists: ["sts.amazonaws.com"], url: issuerOf(cluster), thumbprintLists: [THUMBPRINT] },
        { parent },
    );
}

function issuerOf(cluster: Registered): Output {
    return cluster.get("identities").apply((identities) => {
        const [identity] = items(identities);
        const [oidc] = items(fields(identity)["oidcs"]);
        return fields(oidc)["issuer"] ?? "";
    });
}
