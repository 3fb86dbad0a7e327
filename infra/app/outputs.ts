import * as pulumi from "@pulumi/pulumi";

/** Outputs of a stack: what people and other stacks may rely on. None of them is a secret. */
export interface StackOutputs {
    /** Where the platform answers. Its name must point at the load balancer, see `loadBalancerCommand`. */
    readonly applicationUrl: string;
    /** Prints the load balancer's DNS name, which the record of the application's host is an alias of. */
    readonly loadBalancerCommand: string;
    /** Name of the EKS cluster. */
    readonly clusterName: pulumi.Output<string>;
    /** Adds the cluster to the caller's kubeconfig; it holds no credentials. */
    readonly kubeconfigCommand: pulumi.Output<string>;
    /** Host of the PostgreSQL writer, which follows a failover. */
    readonly databaseWriterEndpoint: pulumi.Output<string>;
    /** Secrets Manager secret of the application's own keys. */
    readonly applicationSecretArn: pulumi.Output<string>;
    /** SNS topic that every alarm goes to; subscribe to it. */
    readonly alarmTopicArn: pulumi.Output<string>;
    /** Where interactions are written: pg, dynamodb, cassandra or scylla. The next update reads it, and refuses to drop that store while it switches. */
    readonly interactionStore: string;
    /** Where they were written before this update: another one in the update that switches, and in no other. */
    readonly interactionStoreBefore: string;
}

export interface StackOutputsArgs {
    readonly region: string;
    readonly host: string;
    /** Namespace and name of the chart's Ingress. */
    readonly namespace: string;
    readonly ingressName: string;
    readonly clusterName: pulumi.Input<string>;
    readonly databaseWriterEndpoint: pulumi.Input<string>;
    readonly applicationSecretArn: pulumi.Input<string>;
    readonly alarmTopicArn: pulumi.Input<string>;
    readonly interactionStore: string;
    /** Default: the same, in a stack's first update. */
    readonly interactionStoreBefore: string | undefined;
}

/** The stack's outputs, in the order in which a person needs them. */
export function stackOutputs(args: StackOutputsArgs): StackOutputs {
    return {
        applicationUrl: `https://${args.host}`,
        loadBalancerCommand:
            `kubectl --namespace ${args.namespace} get ingress ${args.ingressName} ` +
            "--output jsonpath='{.status.loadBalancer.ingress[0].hostname}'",
        clusterName: pulumi.output(args.clusterName),
        kubeconfigCommand: pulumi.interpolate`aws eks update-kubeconfig --region ${args.region} --name ${args.clusterName}`,
        databaseWriterEndpoint: pulumi.output(args.databaseWriterEndpoint),
        applicationSecretArn: pulumi.output(args.applicationSecretArn),
        alarmTopicArn: pulumi.output(args.alarmTopicArn),
        interactionStore: args.interactionStore,
        interactionStoreBefore: args.interactionStoreBefore ?? args.interactionStore,
    };
}
