import type * as pulumi from "@pulumi/pulumi";
import { type Controller, type ControllerPlace, deploymentOf, hasBudget } from "./controller";
import { loadBalancerStatements } from "./load-balancer-statements";

const SERVICE_ACCOUNT = "aws-load-balancer-controller";

/** Makes an Application Load Balancer of the release's ingress and registers the pods with it. */
export function awsLoadBalancerController(place: ControllerPlace, vpcId: pulumi.Input<string>): Controller {
    const { replicas, resources, nodeSelector } = deploymentOf("aws-load-balancer-controller");
    return {
        release: "aws-load-balancer-controller",
        chart: "aws-load-balancer-controller",
        repository: "https://aws.github.io/eks-charts",
        version: "1.17.1",
        namespace: "kube-system",
        values: {
            clusterName: place.clusterName,
            // It would ask the instance metadata otherwise, which pods can't reach.
            region: place.region,
            vpcId,
            replicaCount: replicas,
            resources,
            nodeSelector,
            ...(hasBudget("aws-load-balancer-controller") ? { podDisruptionBudget: { maxUnavailable: 1 } } : {}),
            serviceAccount: { create: true, name: SERVICE_ACCOUNT },
            // It stands before the creation of every Service of the cluster and fails closed: the other controllers, installed at the same
            // time, would be refused until it answers. Nothing here is a Service of type LoadBalancer.
            enableServiceMutatorWebhook: false,
            // A new certificate at every upgrade would leave the API server with the old one for a while.
            keepTLSSecret: true,
            // Each would need permissions of its own; web ACLs of WAF v2 stay possible.
            enableShield: false,
            enableWaf: false,
        },
        identity: { serviceAccount: SERVICE_ACCOUNT, statements: loadBalancerStatements(place, vpcId) },
    };
}
