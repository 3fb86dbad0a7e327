import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";

/**
 * The badge that every node carries, and with it every pod: data stores admit this group, so that they need not wait for the cluster. It
 * has no rules; the traffic within the cluster is the business of the group that EKS makes. That one alone may have the tag
 * `kubernetes.io/cluster/<name>`: with two of them on a node the AWS Load Balancer Controller registers no targets.
 */
export function createNodeSecurityGroup(
    name: string,
    args: { readonly vpcId: pulumi.Input<string> },
    opts?: pulumi.CustomResourceOptions,
): ec2.SecurityGroup {
    return new ec2.SecurityGroup(
        name,
        {
            vpcId: args.vpcId,
            description: "Nodes and pods of the cluster, as the data stores know them",
            ingress: [],
            egress: [],
            tags: { Name: name },
        },
        opts,
    );
}
