import { storeOf } from "../consistency/chosen-store";
import { releasePolicy } from "../policy";
import { BROKERS, topicProperty, topicsOf } from "./kafka-topics";

/** Kafka's own, where neither topic nor broker sets it. */
const DEFAULT_MIN_INSYNC = 1;

export const topicsSurviveALostBroker = releasePolicy({
    id: "topics-survive-a-lost-broker",
    title: "Every topic has as many copies as the brokers can hold, and one more than a write must reach",
    why: "With more copies than brokers the topic is refused; with as many as min.insync.replicas, every write fails while AWS patches a broker.",
    fix: "Set replicationFactor to 3 and min.insync.replicas to 2, on at least three brokers",
    severity: "high",
    pitfalls: ["P-CAP-07"],
    links: ["https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html"],
    check: (release, stack, report) => {
        const cluster = storeOf(release, stack, BROKERS);
        if (cluster === undefined) return;
        report.each(topicsOf(cluster, stack), (topic) => {
            const { resource, replicationFactor: copies } = topic;
            const brokers = cluster.properties.number("numberOfBrokerNodes") ?? 0;
            if (copies > brokers)
                return report.violation(
                    `${resource.label}: replicationFactor is ${copies}, but ${cluster.label} has ${brokers} brokers. Lower it, or add brokers.`,
                    resource,
                );
            const insync = Number(topicProperty(topic, cluster, "min.insync.replicas") ?? DEFAULT_MIN_INSYNC);
            if (copies > insync) return;
            report.violation(
                `${resource.label}: replicationFactor is ${copies} and min.insync.replicas is ${insync}: no write succeeds while a broker is away. ` +
                    `Set replicationFactor to ${insync + 1}, or min.insync.replicas to ${Math.max(1, copies - 1)}.`,
                resource,
            );
        });
    },
});
