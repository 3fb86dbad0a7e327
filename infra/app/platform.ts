import * as core from "@pulumi/kubernetes/core/v1";
// Not its index: that loads the client-side renderer as well, at every run.
import { Release, type ReleaseArgs } from "@pulumi/kubernetes/helm/v3/release";
import * as pulumi from "@pulumi/pulumi";
import type { ChartSource } from "./chart-source";
import type { ChartValues } from "./chart-values";

/** Namespace of the release: service accounts, and so the roles' trust, are named by it. */
export const NAMESPACE = "kaireon";

/** Name of the release, the prefix of everything that the chart makes. */
export const RELEASE = "kaireon";

/**
 * New nodes take up to 5 minutes, and 50 api pods roll three at a time, each some 60 s until its readiness gate opens: 22 minutes.
 * Under the provider's 5 minutes an upgrade that is going well would be rolled back.
 */
const TIMEOUT_SECONDS = 1_800;

export interface PlatformArgs {
    readonly chart: ChartSource;
    /** All layers merged: plain, with Outputs only at the leaves. No secrets. */
    readonly values: ChartValues;
    /**
     * What the release waits for besides what its values name: controllers whose webhooks and definitions it needs, nodes, the tiers'
     * associations and permissions, secret versions, security-group rules, topics. On `destroy` it goes before all of them.
     */
    readonly waitFor: readonly pulumi.Resource[];
}

/** KaireonAI itself: the namespace and the chart's release. Give it the cluster's Kubernetes provider. */
export class Platform extends pulumi.ComponentResource {
    readonly release: Release;

    constructor(name: string, args: PlatformArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:app:Platform", name, {}, opts);
        const child = { parent: this };

        const namespace = new core.Namespace(`${name}-namespace`, { metadata: namespaceMetadata() }, child);
        this.release = new Release(name, releaseArgs(args, namespace), {
            ...child,
            dependsOn: [...args.waitFor],
        });

        this.registerOutputs({ release: this.release.name });
    }
}

function namespaceMetadata() {
    return {
        name: NAMESPACE,
        labels: {
            // https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted
            "pod-security.kubernetes.io/enforce": "restricted",
            "pod-security.kubernetes.io/warn": "restricted",
            "pod-security.kubernetes.io/audit": "restricted",
            // Without it a rolling update stops old pods before the load balancer sends to the new ones.
            // https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/pod_readiness_gate/
            "elbv2.k8s.aws/pod-readiness-gate-inject": "enabled",
        },
    };
}

function releaseArgs(args: PlatformArgs, namespace: core.Namespace): ReleaseArgs {
    return {
        ...args.chart,
        name: RELEASE,
        namespace: namespace.metadata.name,
        createNamespace: false,
        values: args.values,
        // A failed upgrade returns to the last revision that worked, and a failed first install leaves no half release whose name
        // the next `up` could not use again. The reason of a failure is in the events and logs of the namespace while it lasts.
        atomic: true,
        cleanupOnFail: true,
        skipAwait: false,
        timeout: TIMEOUT_SECONDS,
        // Revisions are Secrets in the namespace; Helm's default, which the provider would otherwise leave unbounded.
        maxHistory: 10,
    };
}
