import { storeOf } from "../consistency/chosen-store";
import { brokerPartitions } from "../facts/stores";
import { CannotTell } from "../graph/cannot-tell";
import { releasePolicy } from "../policy";
import { BROKERS, topicsOf } from "./kafka-topics";

export const brokersCarryAllPartitions = releasePolicy({
    id: "brokers-carry-all-partitions",
    title: "No broker carries more partitions, copies included, than AWS advises for its type",
    why: "Above the advice a broker's CPU goes into replication, and MSK refuses to update, enlarge or upgrade the cluster.",
    fix: "Take a larger broker type or more brokers, or lower partitionCount",
    severity: "medium",
    links: ["https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html#partitions-per-broker"],
    settings: {
        internalPartitions: {
            description:
                "Partitions of Kafka's own topics, copies included: 50 of consumer offsets and 50 of transactions, three copies of each",
            default: 300,
            minimum: 0,
        },
    },
    check: (release, stack, report, { internalPartitions }) => {
        const cluster = storeOf(release, stack, BROKERS);
        if (cluster === undefined) return;
        const type = cluster.properties.text("brokerNodeGroupInfo.instanceType") ?? "";
        const advised = brokerPartitions(type);
        if (advised === undefined)
            throw new CannotTell(
                `${cluster.label}: how many partitions a broker of ${type} carries is not known`,
                cluster.urn,
            );
        const brokers = cluster.properties.number("numberOfBrokerNodes") ?? 1;
        const topics = topicsOf(cluster, stack);
        const copies = topics.reduce(
            (sum, topic) => sum + topic.partitions * topic.replicationFactor,
            internalPartitions,
        );
        const each = Math.ceil(copies / brokers);
        if (each <= advised) return;
        report.violation(
            `${cluster.label}: ${topics.length} topics have ${copies} partitions with all copies and Kafka's own, ${each} on each of ${brokers} brokers, ` +
                `but AWS advises at most ${advised} for ${type}. Take a larger type, or ${Math.ceil(copies / advised)} brokers.`,
            cluster,
        );
    },
});
