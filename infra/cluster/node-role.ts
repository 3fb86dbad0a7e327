import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import { policyDocument } from "../iam/policy-document";

export interface NodeRole {
    readonly arn: pulumi.Output<string>;
    /** A node that starts without them never joins. */
    readonly policies: readonly pulumi.Resource[];
}

/**
 * Join the cluster, pull images, hand pods their identities, and no more: the network plugin has a role of its own, and there is no
 * session manager. https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html
 */
const NODE_POLICIES = {
    node: "AmazonEKSWorkerNodePolicy",
    images: "AmazonEC2ContainerRegistryPullOnly",
};

/** The one role of all nodes. EKS makes its access entry with the first managed node group. */
export function createNodeRole(name: string, partition: string, child: pulumi.CustomResourceOptions): NodeRole {
    const role = new iam.Role(
        `${name}-role`,
        {
            assumeRolePolicy: policyDocument([
                { Effect: "Allow", Principal: { Service: "ec2.amazonaws.com" }, Action: "sts:AssumeRole" },
            ]),
            description: "Nodes of the EKS cluster",
        },
        child,
    );
    const policies = Object.entries(NODE_POLICIES).map(
        ([key, policy]) =>
            new iam.RolePolicyAttachment(
                `${name}-role-${key}`,
                { role: role.name, policyArn: `arn:${partition}:iam::aws:policy/${policy}` },
                child,
            ),
    );
    return { arn: role.arn, policies };
}
