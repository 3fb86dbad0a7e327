import * as pulumi from "@pulumi/pulumi";
import { systemDeployment } from "../sizing/system-pods";
import { createAddOn } from "./add-on";
import { PodIdentityRole } from "./pod-identity-role";

export interface AddOnsArgs {
    readonly clusterName: pulumi.Input<string>;
    readonly accountId: string;
    readonly partition: string;
    /** The node groups. Each of these add-ons is a Deployment: with no node to run on, EKS waits 20 minutes for it and gives up. */
    readonly waitFor: readonly pulumi.Resource[];
}

/** The managed add-ons that need nodes: cluster DNS, volumes, and the metrics that autoscaling on CPU reads. */
export class AddOns extends pulumi.ComponentResource {
    /** In place once all of these are; whatever runs in the cluster needs DNS. */
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: AddOnsArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:cluster:AddOns", name, {}, opts);
        const child = { parent: this };
        const { clusterName } = args;
        const onNodes = { ...child, dependsOn: [...args.waitFor] };

        const dns = createAddOn(`${name}-coredns`, "coredns", clusterName, onNodes, {
            replicaCount: systemDeployment("coredns").replicas,
        });
        const metrics = createAddOn(`${name}-metrics-server`, "metrics-server", clusterName, onNodes);
        const volumes = new PodIdentityRole(
            `${name}-ebs-csi`,
            {
                clusterName,
                namespace: "kube-system",
                serviceAccount: "ebs-csi-controller-sa",
                accountId: args.accountId,
                // Only volumes and snapshots that the driver itself has tagged.
                managedPolicyArns: { volumes: `arn:${args.partition}:iam::aws:policy/AmazonEBSCSIDriverPolicyV2` },
            },
            child,
        );
        const csi = createAddOn(`${name}-ebs-csi`, "aws-ebs-csi-driver", clusterName, {
            ...child,
            dependsOn: [...args.waitFor, volumes.association],
        });

        this.ready = [dns, metrics, csi];
        this.registerOutputs({});
    }
}
