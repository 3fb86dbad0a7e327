/** `arn:aws:kafka:eu-west-1:111122223333:cluster/name/uuid` in its parts. */
const CLUSTER_ARN = /^(arn:[\w-]+:kafka:[\w-]+:\d{12}):cluster\/([^/]+\/[^/]+)$/;

/**
 * The ARN by which IAM knows a topic or consumer group of a cluster.
 *
 * @param name may end in `*`
 * @throws Error when `clusterArn` is no cluster's
 */
export function kafkaResourceArn(clusterArn: string, kind: "topic" | "group", name: string): string {
    const [, account, cluster] = CLUSTER_ARN.exec(clusterArn) ?? [];
    if (account === undefined || cluster === undefined) {
        throw new Error(`msk: ${clusterArn} is not the ARN of an MSK cluster (arn:…:kafka:…:cluster/name/uuid).`);
    }
    return `${account}:${kind}/${cluster}/${name}`;
}
