import { fields, type PropertyMap, text } from "../protocol/values";
import type { Instance, Rows } from "../resources/row";
import { arn, uuid } from "./arn";

const CREATED_AT = "2026-01-01T00:00:00Z";

/** A certificate authority that no client will ever need to trust: there is no cluster. */
const CERTIFICATE = Buffer.from("stand-in: no certificate authority").toString("base64");

function of(instance: Instance, input: string): string {
    return text(instance.inputs[input]);
}

export const eks: Rows = {
    "aws:eks/cluster:Cluster": {
        creates: "eks:CreateCluster",
        id: (instance) => of(instance, "name"),
        outputs: clusterOutputs,
        replaceOn: [
            "name",
            "roleArn",
            "bootstrapSelfManagedAddons",
            "accessConfig.bootstrapClusterCreatorAdminPermissions",
            "kubernetesNetworkConfig.ipFamily",
            "kubernetesNetworkConfig.serviceIpv4Cidr",
            "outpostConfig.controlPlaneInstanceType",
        ],
        // Encryption of secrets can be turned on, never off.
        replaceWhen: { encryptionConfig: (old, now) => old !== undefined && (now ?? null) === null },
        refuse: ({ name }) =>
            /^[0-9A-Za-z][\w-]{0,99}$/.test(text(name))
                ? undefined
                : {
                      property: "name",
                      problem: `name is "${text(name)}"; EKS allows 1 to 100 letters, digits, - and _. Correct it.`,
                  },
        refuseDelete: (state) =>
            state["deletionProtection"] === true
                ? "operation error EKS: DeleteCluster, https response error StatusCode: 400, InvalidRequestException: Cannot delete the cluster because deletion protection is enabled. Disable deletion protection and try again."
                : undefined,
    },
    "aws:eks/nodeGroup:NodeGroup": {
        creates: "eks:CreateNodegroup",
        id: (instance) => `${of(instance, "clusterName")}:${of(instance, "nodeGroupName")}`,
        outputs: nodeGroupOutputs,
        replaceOn: [
            "clusterName",
            "nodeGroupName",
            "nodeGroupNamePrefix",
            "nodeRoleArn",
            "subnetIds",
            "amiType",
            "capacityType",
            "diskSize",
            "instanceTypes",
            "remoteAccess",
            "launchTemplate.id",
            "launchTemplate.name",
        ],
        autoName: { property: "nodeGroupName" },
        refuse: ({ nodeGroupName }) =>
            text(nodeGroupName).length <= 63
                ? undefined
                : {
                      property: "nodeGroupName",
                      problem: `nodeGroupName is "${text(nodeGroupName)}"; EKS allows at most 63 characters. Shorten the logical name or set nodeGroupName.`,
                  },
    },
    "aws:eks/addon:Addon": {
        creates: "eks:CreateAddon",
        id: (instance) => `${of(instance, "clusterName")}:${of(instance, "addonName")}`,
        outputs: (instance) => ({
            arn: arn(
                instance,
                "eks",
                `addon/${of(instance, "clusterName")}/${of(instance, "addonName")}/${uuid(instance)}`,
            ),
            createdAt: CREATED_AT,
            modifiedAt: CREATED_AT,
            addonVersion: "v1.0.0-eksbuild.1",
            configurationValues: "",
        }),
        replaceOn: ["clusterName", "addonName", "namespaceConfig"],
    },
    "aws:eks/accessEntry:AccessEntry": {
        creates: "eks:CreateAccessEntry",
        id: (instance) => `${of(instance, "clusterName")}:${of(instance, "principalArn")}`,
        outputs: (instance) => ({
            accessEntryArn: arn(instance, "eks", `access-entry/${of(instance, "clusterName")}/role/${uuid(instance)}`),
            createdAt: CREATED_AT,
            modifiedAt: CREATED_AT,
            userName: of(instance, "principalArn"),
        }),
        replaceOn: ["clusterName", "principalArn", "type"],
        defaults: { type: "STANDARD" },
    },
    "aws:eks/accessPolicyAssociation:AccessPolicyAssociation": {
        creates: "eks:AssociateAccessPolicy",
        id: (instance) =>
            [of(instance, "clusterName"), of(instance, "principalArn"), of(instance, "policyArn")].join("#"),
        outputs: () => ({ associatedAt: CREATED_AT, modifiedAt: CREATED_AT }),
        replaceOn: ["clusterName", "principalArn", "policyArn", "accessScope"],
    },
    "aws:eks/podIdentityAssociation:PodIdentityAssociation": {
        creates: "eks:CreatePodIdentityAssociation",
        id: (instance) => `a-${instance.hex(17)}`,
        outputs: (instance) => ({
            associationId: instance.id,
            associationArn: arn(
                instance,
                "eks",
                `podidentityassociation/${of(instance, "clusterName")}/${instance.id}`,
            ),
        }),
        replaceOn: ["clusterName", "namespace", "serviceAccount"],
    },
};

function clusterOutputs(instance: Instance): PropertyMap {
    const oidc = `https://oidc.eks.${instance.region}.amazonaws.com/id/${instance.hex(32, "oidc").toUpperCase()}`;
    return {
        arn: arn(instance, "eks", `cluster/${of(instance, "name")}`),
        certificateAuthority: { data: CERTIFICATE },
        createdAt: CREATED_AT,
        endpoint: `https://${instance.hex(32, "endpoint").toUpperCase()}.gr7.${instance.region}.eks.amazonaws.com`,
        identities: [{ oidcs: [{ issuer: oidc }] }],
        platformVersion: "eks.1",
        status: "ACTIVE",
        version: "1.35",
        upgradePolicy: { supportType: "EXTENDED" },
        accessConfig: { authenticationMode: "CONFIG_MAP", bootstrapClusterCreatorAdminPermissions: true },
        kubernetesNetworkConfig: {
            ipFamily: "ipv4",
            serviceIpv4Cidr: "172.20.0.0/16",
            elasticLoadBalancing: { enabled: false },
        },
        vpcConfig: {
            clusterSecurityGroupId: `sg-0${instance.hex(16, "cluster-sg")}`,
            vpcId: `vpc-0${instance.hex(16, "vpc")}`,
            publicAccessCidrs: ["0.0.0.0/0"],
        },
    };
}

function nodeGroupOutputs(instance: Instance): PropertyMap {
    const group = of(instance, "nodeGroupName");
    const id = uuid(instance);
    return {
        arn: arn(instance, "eks", `nodegroup/${of(instance, "clusterName")}/${group}/${id}`),
        resources: [{ autoscalingGroups: [{ name: `eks-${group}-${id}` }], remoteAccessSecurityGroupId: "" }],
        status: "ACTIVE",
        amiType: "AL2023_x86_64_STANDARD",
        capacityType: "ON_DEMAND",
        diskSize: fields(instance.inputs["launchTemplate"])["id"] === undefined ? 20 : 0,
        updateConfig: { maxUnavailable: 1 },
        version: "1.35",
        releaseVersion: "1.35.0-20260101",
    };
}
