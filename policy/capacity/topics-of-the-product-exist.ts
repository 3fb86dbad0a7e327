import { storeOf } from "../consistency/chosen-store";
import { KAFKA_PUBLISHERS, publisherOf } from "../consistency/selectors";
import { releasePolicy } from "../policy";
import { BROKERS, brokerProperty, productTopics, topicsOf } from "./kafka-topics";

export const topicsOfTheProductExist = releasePolicy({
    id: "topics-of-the-product-exist",
    title: "Every topic that the product writes is made, unless the brokers make topics themselves",
    why: "MSK makes no topic by itself: publishers get UNKNOWN_TOPIC_OR_PARTITION, and the outbox grows until the database is full.",
    fix: "Make each topic as aws.msk.Topic, with the partitions and copies that it needs",
    severity: "high",
    pitfalls: ["P-CAP-07"],
    links: ["https://docs.kaireonai.com/studio/event-stream"],
    check: (release, stack, report) => {
        const cluster = storeOf(release, stack, BROKERS);
        if (cluster === undefined || !KAFKA_PUBLISHERS.includes(publisherOf(release))) return;
        if (brokerProperty(cluster, "auto.create.topics.enable") === "true") return;
        const made = topicsOf(cluster, stack).map(({ name }) => name);
        const missing = productTopics.filter((topic) => !made.includes(topic));
        if (missing.length === 0) return;
        report.violation(
            `${cluster.label}: ${release.label} writes to ${missing.join(", ")}, which the stack does not make, and auto.create.topics.enable is not true. ` +
                "Add aws.msk.Topic for each.",
            cluster,
        );
    },
});
