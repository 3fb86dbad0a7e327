import * as eks from "@pulumi/aws/eks";
import type * as pulumi from "@pulumi/pulumi";

/** Names under which EKS offers the add-ons used here. */
export type AddOnName = "aws-ebs-csi-driver" | "coredns" | "eks-pod-identity-agent" | "metrics-server";

/**
 * An EKS managed add-on, in the version that EKS recommends for the cluster's Kubernetes version when it is created. Later versions come
 * only by an explicit `addonVersion`, so that a second `up` changes nothing.
 */
export function createAddOn(
    name: string,
    addonName: AddOnName,
    clusterName: pulumi.Input<string>,
    opts: pulumi.CustomResourceOptions,
    configuration?: Readonly<Record<string, unknown>>,
): eks.Addon {
    return new eks.Addon(
        name,
        {
            addonName,
            clusterName,
            ...(configuration === undefined ? {} : { configurationValues: JSON.stringify(configuration) }),
            // This program owns the add-ons' settings: edits in the cluster are undone rather than fail an update.
            resolveConflictsOnCreate: "OVERWRITE",
            resolveConflictsOnUpdate: "OVERWRITE",
        },
        opts,
    );
}
