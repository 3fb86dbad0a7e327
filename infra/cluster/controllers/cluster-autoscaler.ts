import type { Statement } from "../../iam/policy-document";
import { type Controller, type ControllerPlace, deploymentOf } from "./controller";

const SERVICE_ACCOUNT = "cluster-autoscaler";

/** Adds and removes nodes between the minimum and the maximum of each node group. */
export function clusterAutoscaler(place: ControllerPlace): Controller {
    const { replicas, resources, nodeSelector } = deploymentOf("cluster-autoscaler");
    return {
        release: "cluster-autoscaler",
        chart: "cluster-autoscaler",
        repository: "https://kubernetes.github.io/autoscaler",
        version: "9.59.0",
        namespace: "kube-system",
        values: {
            fullnameOverride: "cluster-autoscaler",
            cloudProvider: "aws",
            awsRegion: place.region,
            autoDiscovery: { clusterName: place.clusterName },
            replicaCount: replicas,
            resources,
            nodeSelector,
            rbac: { serviceAccount: { create: true, name: SERVICE_ACCOUNT } },
            extraArgs: {
                // The api tier spreads over the zones: their node groups must grow in step.
                "balance-similar-node-groups": true,
                expander: "least-waste",
                // Otherwise a node with CoreDNS, a controller or a scratch directory on it is never removed.
                "skip-nodes-with-system-pods": false,
                "skip-nodes-with-local-storage": false,
            },
        },
        identity: { serviceAccount: SERVICE_ACCOUNT, statements: autoscalerStatements(place) },
    };
}

/**
 * https://github.com/kubernetes/autoscaler/blob/master/cluster-autoscaler/cloudprovider/aws/README.md. Writes reach only the groups of this
 * cluster: EKS puts the tag on the Auto Scaling group of every managed node group.
 */
export function autoscalerStatements(place: ControllerPlace): readonly Statement[] {
    const { partition, region, accountId, clusterName } = place;
    return [
        {
            Sid: "See",
            Effect: "Allow",
            Action: [
                "autoscaling:DescribeAutoScalingGroups",
                "autoscaling:DescribeAutoScalingInstances",
                "autoscaling:DescribeLaunchConfigurations",
                "autoscaling:DescribeScalingActivities",
                "autoscaling:DescribeTags",
                "ec2:DescribeImages",
                "ec2:DescribeInstanceTypes",
                "ec2:DescribeLaunchTemplateVersions",
                "ec2:GetInstanceTypesFromInstanceRequirements",
            ],
            Resource: "*",
        },
        {
            Sid: "SeeNodeGroups",
            Effect: "Allow",
            Action: "eks:DescribeNodegroup",
            Resource: `arn:${partition}:eks:${region}:${accountId}:nodegroup/${clusterName}/*/*`,
        },
        {
            Sid: "Scale",
            Effect: "Allow",
            Action: ["autoscaling:SetDesiredCapacity", "autoscaling:TerminateInstanceInAutoScalingGroup"],
            Resource: `arn:${partition}:autoscaling:${region}:${accountId}:autoScalingGroup:*:autoScalingGroupName/*`,
            Condition: { StringEquals: { [`aws:ResourceTag/k8s.io/cluster-autoscaler/${clusterName}`]: "owned" } },
        },
    ];
}
