import * as eks from "@pulumi/aws/eks";
import * as batch from "@pulumi/kubernetes/batch/v1";
import * as core from "@pulumi/kubernetes/core/v1";
import type * as k8s from "@pulumi/kubernetes/types/input";
import * as pulumi from "@pulumi/pulumi";
import type { OpenSearch } from "./opensearch";
import { pluginCalls, SEARCH_ADMIN, SEARCH_ADMIN_SCRIPT } from "./search-admin";

export interface SearchAccessArgs {
    readonly domain: Pick<OpenSearch, "endpoint" | "adminRoleArn">;
    /** The same roles that the domain's access policy names. */
    readonly clientRoleArns: readonly pulumi.Input<string>[];
    readonly clusterName: pulumi.Input<string>;
    readonly region: string;
    /** An image with a shell and curl 7.86 or newer, such as the cron tier's: `curlimages/curl:8.16.0`. */
    readonly image: string;
    /** What a pod of the job needs to start: nodes, cluster DNS, the Pod Identity agent. */
    readonly waitFor: readonly pulumi.Resource[];
}

/**
 * Gives the tiers' roles their rights in the search domain's security plugin: a job in the cluster, because the domain is reached from
 * there only, under the domain's master user. Without it the pods are answered 403. It runs again when the roles or the domain change.
 *
 * Give it the cluster's Kubernetes provider.
 */
export class SearchAccess extends pulumi.ComponentResource {
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: SearchAccessArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:data:SearchAccess", name, {}, opts);
        const child = { parent: this };
        const { namespace, serviceAccount } = SEARCH_ADMIN;

        const place = new core.Namespace(
            `${name}-namespace`,
            { metadata: { name: namespace, labels: { "pod-security.kubernetes.io/enforce": "restricted" } } },
            child,
        );
        const account = new core.ServiceAccount(
            name,
            { metadata: { namespace: place.metadata.name, name: serviceAccount } },
            child,
        );
        const association = new eks.PodIdentityAssociation(
            `${name}-association`,
            { clusterName: args.clusterName, namespace, serviceAccount, roleArn: args.domain.adminRoleArn },
            child,
        );
        const job = new batch.Job(
            `${name}-job`,
            { metadata: { namespace }, spec: jobSpec(args, serviceAccount) },
            // A pod that starts before its association gets no credentials. Jobs can't be changed: a new one takes its place.
            { ...child, dependsOn: [account, association, ...args.waitFor], replaceOnChanges: ["spec"] },
        );

        this.ready = [job];
        this.registerOutputs({});
    }
}

function jobSpec(args: SearchAccessArgs, serviceAccountName: string): k8s.batch.v1.JobSpec {
    return {
        backoffLimit: 6,
        activeDeadlineSeconds: 600,
        template: {
            spec: {
                serviceAccountName,
                automountServiceAccountToken: false,
                restartPolicy: "Never",
                securityContext: { runAsNonRoot: true, runAsUser: 100, seccompProfile: { type: "RuntimeDefault" } },
                containers: [
                    {
                        name: "search-access",
                        image: args.image,
                        command: ["/bin/sh", "-c", SEARCH_ADMIN_SCRIPT],
                        env: [
                            { name: "REGION", value: args.region },
                            { name: "ENDPOINT", value: args.domain.endpoint },
                            { name: "CALLS", value: callLines(args.clientRoleArns) },
                        ],
                        resources: {
                            requests: { cpu: "50m", memory: "32Mi" },
                            limits: { cpu: "100m", memory: "64Mi" },
                        },
                        securityContext: {
                            allowPrivilegeEscalation: false,
                            readOnlyRootFilesystem: true,
                            capabilities: { drop: ["ALL"] },
                        },
                    },
                ],
            },
        },
    };
}

function callLines(clientRoleArns: readonly pulumi.Input<string>[]): pulumi.Output<string> {
    return pulumi.output([...clientRoleArns]).apply((arns) =>
        pluginCalls(arns)
            .map(({ path, body }) => `${path} ${JSON.stringify(body)}`)
            .join("\n"),
    );
}
