import { resourcePolicy } from "../../policy";

const DESTINATIONS = ["cloudwatchLogs", "s3", "firehose"];

export const mskClusterRequireBrokerLogs = resourcePolicy({
    id: "msk-cluster-require-broker-logs",
    title: "Brokers of Kafka send their log somewhere",
    why: "Why a partition lost its leader, or a client was refused, could not be found out.",
    fix: "Set enabled to true for one of cloudwatchLogs, s3 and firehose in loggingInfo.brokerLogs",
    severity: "medium",
    controls: ["CKV_AWS_80"],
    links: ["https://docs.aws.amazon.com/msk/latest/developerguide/msk-logging.html"],
    types: ["aws:msk/cluster:Cluster"],
    check: (resource, report) => {
        const place = resource.properties.at("loggingInfo.brokerLogs");
        if (DESTINATIONS.some((destination) => place.flag(`${destination}.enabled`) === true)) return;
        report.violation(
            `${resource.label}: loggingInfo.brokerLogs is ${place.shown()}; one of cloudwatchLogs, s3 and firehose must be enabled. Set cloudwatchLogs.enabled to true and name a log group.`,
            resource,
        );
    },
});
