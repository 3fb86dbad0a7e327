import assert from "node:assert/strict";
import { resolved } from "../../../test/mocks";
import { kafkaResourceArn } from "./msk-arns";
import { kafkaGrants } from "./msk-grants";

const UUID = "c0ffee00-0000-4000-8000-000000000000-1";
const CLUSTER_ARN = `arn:aws:kafka:eu-west-1:111122223333:cluster/kafka/${UUID}`;

describe("grants on Kafka", () => {
    const topic = (name: string) => `arn:aws:kafka:eu-west-1:111122223333:topic/kafka/${UUID}/${name}`;
    const topics = ["interaction.recorded.v1", "decision.made.v1", "outcome.recorded"].map(topic);

    it("let api, worker and outbox publisher write the three topics, and the stream tier read them", async () => {
        assert.deepEqual(
            await resolved(
                kafkaGrants(
                    CLUSTER_ARN,
                    ["interaction.recorded.v1", "decision.made.v1", "outcome.recorded"],
                    "kaireon",
                ),
            ),
            [
                {
                    tiers: ["api", "worker", "outboxPublisher"],
                    statements: [
                        {
                            Effect: "Allow",
                            Action: [
                                "kafka-cluster:Connect",
                                "kafka-cluster:DescribeCluster",
                                "kafka-cluster:WriteDataIdempotently",
                            ],
                            Resource: CLUSTER_ARN,
                        },
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
                        {
                            Effect: "Allow",
                            Action: ["kafka-cluster:Connect", "kafka-cluster:DescribeCluster"],
                            Resource: CLUSTER_ARN,
                        },
                        {
                            Effect: "Allow",
                            Action: ["kafka-cluster:DescribeTopic", "kafka-cluster:ReadData"],
                            Resource: topics,
                        },
                        {
                            Effect: "Allow",
                            Action: ["kafka-cluster:AlterGroup", "kafka-cluster:DescribeGroup"],
                            Resource: `arn:aws:kafka:eu-west-1:111122223333:group/kafka/${UUID}/kaireon*`,
                        },
                    ],
                },
            ],
        );
    });

    it("refuse an ARN that is no cluster's", () => {
        assert.throws(() => kafkaResourceArn("arn:aws:sns:eu-west-1:111122223333:topic", "topic", "t"), {
            message:
                "msk: arn:aws:sns:eu-west-1:111122223333:topic is not the ARN of an MSK cluster (arn:…:kafka:…:cluster/name/uuid).",
        });
    });
});
