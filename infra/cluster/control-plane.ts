import * as cloudwatch from "@pulumi/aws/cloudwatch";
// Not its index: that loads all of @pulumi/aws and @pulumi/kubernetes as well, at every run.
import * as eks from "@pulumi/eks/cluster";
import { Provider as KubernetesProvider } from "@pulumi/kubernetes/provider";
import * as pulumi from "@pulumi/pulumi";
import { EncryptionKey } from "../data/encryption-key";
import type { NetworkPlacement } from "../network/placement";
import { administrators } from "./access";
import { createAddOn } from "./add-on";
import { PodIdentityRole } from "./pod-identity-role";

export interface ControlPlaneArgs {
    /** Name of the cluster on AWS. Given rather than generated: EKS writes its logs to the group of that name, which must exist before it. */
    readonly clusterName: string;
    /** Kubernetes version, such as `1.35`. */
    readonly version: string;
    readonly network: Pick<NetworkPlacement, "vpcId" | "privateSubnets">;
    readonly region: string;
    readonly accountId: string;
    readonly partition: string;
    /**
     * IAM roles or users that administer the cluster, besides whoever creates it: EKS has that one's entry already and would refuse a second.
     */
    readonly adminPrincipalArns: readonly string[];
    /** Ranges that may reach the API server's public endpoint. With none, there is no public endpoint and the program must run in the VPC. */
    readonly publicAccessCidrs: readonly string[];
    /** How long CloudWatch keeps the control plane's logs, in days. */
    readonly logRetentionDays: number;
    /** Refuse to delete the cluster and its key. */
    readonly protect: boolean;
    readonly tags?: Readonly<Record<string, string>>;
}

/** All that EKS has; audit and authenticator are the ones an investigation starts with. */
export const LOG_TYPES = ["api", "audit", "authenticator", "controllerManager", "scheduler"] as const;

/**
 * The EKS control plane with what its nodes need before the first of them starts: network plugin, kube-proxy, and pod identities.
 */
export class ControlPlane extends pulumi.ComponentResource {
    readonly name: pulumi.Output<string>;
    readonly endpoint: pulumi.Output<string>;
    readonly kubeconfig: pulumi.Output<string>;
    /** The group that EKS makes: all traffic between control plane, nodes and pods. */
    readonly clusterSecurityGroupId: pulumi.Output<string>;
    readonly oidcProviderArn: pulumi.Output<string>;
    /** Kubernetes provider of this cluster. */
    readonly provider: KubernetesProvider;
    /** What a node group must wait for, so that its first node becomes ready. */
    readonly nodePrerequisites: readonly pulumi.Resource[];

    constructor(name: string, args: ControlPlaneArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:cluster:ControlPlane", name, {}, opts);
        const child = { parent: this };

        const key = createKey(name, args, child);
        const logs = createLogGroup(name, args, key, child);
        const cluster = new eks.Cluster(name, clusterArgs(args, key), { ...child, dependsOn: logs });
        this.name = cluster.eksCluster.name;
        this.endpoint = cluster.eksCluster.endpoint;

        const agent = createAddOn(`${name}-pod-identity-agent`, "eks-pod-identity-agent", this.name, child);
        const cni = createCniRole(name, args, this.name, child);
        this.nodePrerequisites = [cluster, agent, cni.association];

        this.kubeconfig = pulumi.secret(cluster.kubeconfigJson);
        this.provider = new KubernetesProvider(
            `${name}-kubernetes`,
            {
                kubeconfig: this.kubeconfig,
                // Credentials in the kubeconfig may change; only another API server means that everything on it has to be made anew.
                clusterIdentifier: this.endpoint,
                enableServerSideApply: true,
            },
            child,
        );

        this.clusterSecurityGroupId = cluster.clusterSecurityGroupId;
        this.oidcProviderArn = cluster.oidcProviderArn;
        this.registerOutputs({ name: this.name, endpoint: this.endpoint });
    }
}

/** One key for the Secrets in etcd and for the logs: who may read the one may read the other. */
function createKey(name: string, args: ControlPlaneArgs, child: pulumi.ComponentResourceOptions): EncryptionKey {
    const { clusterName, region, accountId, partition, protect } = args;
    return new EncryptionKey(
        `${name}-key`,
        {
            description: `EKS cluster ${clusterName}: Kubernetes Secrets and control plane logs`,
            region,
            accountId,
            partition,
            protect,
            services: ["logs"],
        },
        child,
    );
}

/** EKS would make the group itself otherwise, and its logs would never expire. */
function createLogGroup(
    name: string,
    args: ControlPlaneArgs,
    key: EncryptionKey,
    child: pulumi.CustomResourceOptions,
): cloudwatch.LogGroup {
    return new cloudwatch.LogGroup(
        `${name}-logs`,
        {
            name: `/aws/eks/${args.clusterName}/cluster`,
            retentionInDays: args.logRetentionDays,
            kmsKeyId: key.arn,
        },
        child,
    );
}

function clusterArgs(args: ControlPlaneArgs, key: EncryptionKey): eks.ClusterArgs {
    return {
        name: args.clusterName,
        version: args.version,
        vpcId: args.network.vpcId,
        privateSubnetIds: args.network.privateSubnets.map(({ id }) => id),
        // Node groups are separate resources; nodes carry the group that EKS makes, so that the component's own would guard nothing.
        skipDefaultNodeGroup: true,
        skipDefaultSecurityGroups: true,
        authenticationMode: "API",
        accessEntries: administrators(args.adminPrincipalArns, args.partition),
        ...endpointAccess(args.publicAccessCidrs),
        encryptionConfigKeyArn: key.arn,
        enabledClusterLogTypes: [...LOG_TYPES],
        createOidcProvider: true,
        // At the end of standard support AWS upgrades the control plane; the alternative is extended support at six times the price.
        upgradePolicy: { supportType: "STANDARD" },
        deletionProtection: args.protect,
        // Network plugin, kube-proxy and CoreDNS are managed add-ons here. CoreDNS needs nodes, see `AddOns`.
        bootstrapSelfManagedAddons: false,
        vpcCniOptions: {
            // 16 addresses at once per interface slot: without it a node of eight cores stops at 58 pods.
            enablePrefixDelegation: true,
            // The address arithmetic in infra/sizing counts with the same spare prefix per node.
            warmPrefixTarget: 1,
            // The chart's network policies are enforced by the plugin's own agent.
            enableNetworkPolicy: true,
        },
        tags: { ...args.tags },
    };
}

/** The component refuses ranges of a public endpoint that is off, an empty list too. */
export function endpointAccess(
    publicAccessCidrs: readonly string[],
): Pick<eks.ClusterArgs, "endpointPrivateAccess" | "endpointPublicAccess" | "publicAccessCidrs"> {
    if (publicAccessCidrs.length === 0) return { endpointPrivateAccess: true, endpointPublicAccess: false };
    return { endpointPrivateAccess: true, endpointPublicAccess: true, publicAccessCidrs: [...publicAccessCidrs] };
}

/** The network plugin's own role; on the nodes' role its permissions would be every host-network pod's. */
function createCniRole(
    name: string,
    args: ControlPlaneArgs,
    clusterName: pulumi.Output<string>,
    child: pulumi.ComponentResourceOptions,
): PodIdentityRole {
    return new PodIdentityRole(
        `${name}-aws-node`,
        {
            clusterName,
            namespace: "kube-system",
            serviceAccount: "aws-node",
            accountId: args.accountId,
            managedPolicyArns: { cni: `arn:${args.partition}:iam::aws:policy/AmazonEKS_CNI_Policy` },
        },
        child,
    );
}
