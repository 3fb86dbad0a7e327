import * as ec2 from "@pulumi/aws/ec2";
import * as eks from "@pulumi/aws/eks";
import * as pulumi from "@pulumi/pulumi";
import { amiType } from "./ami-type";
import { createNodeRole, type NodeRole } from "./node-role";

/** One managed node group of a pool. */
export interface NodeGroupPlan {
    /** Its zone, or `all`. */
    readonly key: string;
    readonly subnetIds: readonly pulumi.Input<string>[];
    readonly minSize: number;
    readonly maxSize: number;
}

/** Nodes of one kind. */
export interface NodePool {
    readonly name: string;
    readonly instanceType: string;
    /** Size of the root volume, in GiB. */
    readonly diskGb: number;
    readonly labels: Readonly<Record<string, string>>;
    /** Keeps every pod away that does not tolerate it. Default: none. */
    readonly taint?: { readonly key: string; readonly value: string };
    readonly groups: readonly NodeGroupPlan[];
}

export interface NodeGroupsArgs {
    readonly clusterName: pulumi.Input<string>;
    /** Kubernetes version of the nodes: the control plane's. */
    readonly version: string;
    readonly partition: string;
    readonly pools: readonly NodePool[];
    /** The group that EKS made for the cluster and the badge that the data stores admit. */
    readonly securityGroupIds: readonly pulumi.Input<string>[];
    /** What a node needs to become ready: the control plane's `nodePrerequisites` and the VPC's `egress`. */
    readonly waitFor: readonly pulumi.Resource[];
    /** Tags of instances and volumes: the provider's default tags do not reach what Auto Scaling makes. Default: none. */
    readonly tags?: Readonly<Record<string, string>>;
}

/** Managed node groups, pool by pool; sizes between minimum and maximum are the Cluster Autoscaler's. */
export class NodeGroups extends pulumi.ComponentResource {
    /** All node groups, each with its minimum of nodes. */
    readonly ready: readonly eks.NodeGroup[];

    constructor(name: string, args: NodeGroupsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:cluster:NodeGroups", name, {}, opts);
        const child = { parent: this };

        const role = createNodeRole(name, args.partition, child);
        this.ready = args.pools.flatMap((pool) => {
            const template = createLaunchTemplate(`${name}-${pool.name}`, pool, args, child);
            return pool.groups.map((group) => createNodeGroup(name, { pool, group, template, role }, args, child));
        });

        this.registerOutputs({});
    }
}

/**
 * The instance type is the template's, not the group's: there a change would replace the group and drain its nodes at once, here it rolls
 * through them.
 */
function createLaunchTemplate(
    name: string,
    pool: NodePool,
    args: NodeGroupsArgs,
    child: pulumi.CustomResourceOptions,
): ec2.LaunchTemplate {
    const tags = { Name: name, ...args.tags };
    return new ec2.LaunchTemplate(
        name,
        {
            instanceType: pool.instanceType,
            vpcSecurityGroupIds: [...args.securityGroupIds],
            metadataOptions: {
                httpEndpoint: "enabled",
                httpTokens: "required",
                // Pods are one hop further away than the node: they can't take its role, each has its own.
                httpPutResponseHopLimit: 1,
            },
            blockDeviceMappings: [
                {
                    deviceName: "/dev/xvda",
                    ebs: {
                        volumeType: "gp3",
                        volumeSize: pool.diskGb,
                        // By the account's key for EBS. With another one Auto Scaling's service-linked role would need a grant, and nodes
                        // would not start without it; the volumes hold images and scratch files.
                        encrypted: "true",
                        deleteOnTermination: "true",
                    },
                },
            ],
            tagSpecifications: ["instance", "volume", "network-interface"].map((resourceType) => ({
                resourceType,
                tags,
            })),
            updateDefaultVersion: true,
        },
        child,
    );
}

interface Member {
    readonly pool: NodePool;
    readonly group: NodeGroupPlan;
    readonly template: ec2.LaunchTemplate;
    readonly role: NodeRole;
}

function createNodeGroup(
    name: string,
    { pool, group, template, role }: Member,
    args: NodeGroupsArgs,
    child: pulumi.CustomResourceOptions,
): eks.NodeGroup {
    return new eks.NodeGroup(
        `${name}-${pool.name}-${group.key}`,
        {
            clusterName: args.clusterName,
            version: args.version,
            nodeRoleArn: role.arn,
            subnetIds: [...group.subnetIds],
            amiType: amiType(pool.instanceType),
            capacityType: "ON_DEMAND",
            launchTemplate: { id: template.id, version: template.latestVersion.apply((version) => `${version}`) },
            labels: { ...pool.labels },
            ...(pool.taint === undefined ? {} : { taints: [{ ...pool.taint, effect: "NO_SCHEDULE" }] }),
            scalingConfig: { minSize: group.minSize, maxSize: group.maxSize, desiredSize: group.minSize },
            // Two thirds of a group keep running through an update, however large it is.
            updateConfig: { maxUnavailablePercentage: 33 },
            // A node that stays NotReady is drained and replaced; otherwise it keeps its place in the group until somebody looks.
            nodeRepairConfig: { enabled: true },
            tags: { ...args.tags },
        },
        {
            ...child,
            // Set at creation only; from then on the Cluster Autoscaler owns it. Without this every `up` would shrink the group to its minimum.
            ignoreChanges: ["scalingConfig.desiredSize"],
            dependsOn: [...role.policies, ...args.waitFor],
            // A rolling update drains each node for up to 15 minutes.
            customTimeouts: { update: "3h" },
        },
    );
}
