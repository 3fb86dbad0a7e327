import * as core from "@pulumi/kubernetes/core/v1";
// Not its index: that loads the client-side renderer as well, at every run.
import { Release } from "@pulumi/kubernetes/helm/v3/release";
import * as pulumi from "@pulumi/pulumi";
import { PodIdentityRole } from "../pod-identity-role";
import { awsLoadBalancerController } from "./aws-load-balancer-controller";
import { clusterAutoscaler } from "./cluster-autoscaler";
import type { Controller, ControllerPlace } from "./controller";
import { externalSecrets, type ReadableSecrets } from "./external-secrets";
import { keda } from "./keda";
import { prometheusOperatorCrds } from "./prometheus-operator-crds";
import { reloader } from "./reloader";

export interface ControllersArgs extends ControllerPlace, ReadableSecrets {
    /** The cluster's name as the control plane gives it out: what uses it waits for the cluster. */
    readonly cluster: { readonly name: pulumi.Input<string> };
    readonly vpcId: pulumi.Input<string>;
    /** The release brings service monitors, whose kinds must exist. */
    readonly serviceMonitors: boolean;
    /** Nodes, cluster DNS and the Pod Identity agent: without them no controller starts. On `destroy` the controllers go before them. */
    readonly waitFor: readonly pulumi.Resource[];
}

/** Ten minutes cover a node that is still starting and an image pull; Helm's five do not. */
const TIMEOUT_SECONDS = 600;

/**
 * The controllers that the release needs, side by side: none of their webhooks stands in another's way. The application's release must wait
 * for `ready`: it makes objects whose kinds and webhooks come with these. Give it the cluster's Kubernetes provider.
 */
export class Controllers extends pulumi.ComponentResource {
    /** Every pod of them ready, and with that their webhooks. */
    readonly ready: readonly Release[];

    constructor(name: string, args: ControllersArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:cluster:Controllers", name, {}, opts);
        const child = { parent: this };

        this.ready = controllersOf(args).map((controller) => {
            const association = createIdentity(name, controller, args, child);
            const namespace = createNamespace(name, controller, args, child);
            return createRelease(name, controller, namespace, [...association, ...args.waitFor], child);
        });

        this.registerOutputs({});
    }
}

function controllersOf(args: ControllersArgs): readonly Controller[] {
    return [
        awsLoadBalancerController(args, args.vpcId),
        clusterAutoscaler(args),
        externalSecrets(args, args),
        keda(),
        reloader(),
        ...(args.serviceMonitors ? [prometheusOperatorCrds()] : []),
    ];
}

/** What the release waits for so that its pods find their credentials at the first start. */
function createIdentity(
    name: string,
    { release, namespace, identity }: Controller,
    args: ControllersArgs,
    child: pulumi.ComponentResourceOptions,
): pulumi.Resource[] {
    if (identity === undefined) return [];
    const { accountId } = args;
    const role = new PodIdentityRole(
        `${name}-${release}`,
        { clusterName: args.cluster.name, namespace, accountId, ...identity },
        child,
    );
    return [role.association];
}

/** The controller's own namespace, or the name of one that every cluster has. */
function createNamespace(
    name: string,
    { namespace, release }: Controller,
    args: ControllersArgs,
    child: pulumi.CustomResourceOptions,
): pulumi.Input<string> {
    if (namespace === "kube-system") return namespace;
    const created = new core.Namespace(
        `${name}-${release}`,
        { metadata: { name: namespace, labels: { "pod-security.kubernetes.io/enforce": "restricted" } } },
        { ...child, dependsOn: [...args.waitFor] },
    );
    return created.metadata.name;
}

function createRelease(
    name: string,
    controller: Controller,
    namespace: pulumi.Input<string>,
    dependsOn: pulumi.Resource[],
    child: pulumi.CustomResourceOptions,
): Release {
    return new Release(
        `${name}-${controller.release}`,
        {
            name: controller.release,
            chart: controller.chart,
            version: controller.version,
            repositoryOpts: { repo: controller.repository },
            namespace,
            createNamespace: false,
            values: controller.values,
            // Ready means that the webhooks answer: what comes next creates objects that they check.
            skipAwait: false,
            // A failed first install would keep the release's name, and the next `up` could not install it again.
            atomic: true,
            timeout: TIMEOUT_SECONDS,
            maxHistory: 5,
        },
        { ...child, dependsOn },
    );
}
