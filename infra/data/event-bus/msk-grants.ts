import * as pulumi from "@pulumi/pulumi";
import type { TierGrant } from "../backend";
import { kafkaResourceArn } from "./msk-arns";

/**
 * Who may do what with IAM authentication: api, worker and outbox publisher write the platform's topics, the stream tier reads them in
 * consumer groups of its own. https://docs.aws.amazon.com/msk/latest/developerguide/kafka-actions.html
 *
 * @param groupPrefix begins the names of the stream tier's consumer groups
 */
export function kafkaGrants(
    clusterArn: pulumi.Input<string>,
    topicNames: readonly string[],
    groupPrefix: string,
): readonly TierGrant[] {
    const arn = (kind: "topic" | "group", name: string) =>
        pulumi.output(clusterArn).apply((known) => kafkaResourceArn(known, kind, name));
    const topics = topicNames.map((topic) => arn("topic", topic));
    const cluster = (...actions: string[]) => ({ Effect: "Allow" as const, Action: actions, Resource: clusterArn });
    return [
        {
            tiers: ["api", "worker", "outboxPublisher"],
            statements: [
                // An idempotent producer asks the cluster, not the topic.
                cluster(
                    "kafka-cluster:Connect",
                    "kafka-cluster:DescribeCluster",
                    "kafka-cluster:WriteDataIdempotently",
                ),
                {
                    Effect: "Allow",
                    Action: ["kafka-cluster:DescribeTopic", "kafka-cluster:WriteData"],
                    Resource: topics,
                },
            ],
        },
        {
            tiers: ["stream"],
            statements: [
                cluster("kafka-cluster:Connect", "kafka-cluster:DescribeCluster"),
                {
                    Effect: "Allow",
                    Action: ["kafka-cluster:DescribeTopic", "kafka-cluster:ReadData"],
                    Resource: topics,
                },
                {
                    Effect: "Allow",
                    Action: ["kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"],
                    Resource: arn("group", `${groupPrefix}*`),
                },
            ],
        },
    ];
}
