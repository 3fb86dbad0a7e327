import type { PolicyCases } from "../../../test/policy/cases";

const CLUSTER = "aws:msk/cluster:Cluster";

const refused = (is: string) => ({
    at: `${CLUSTER} kafka`,
    message: `kafka (${CLUSTER}): loggingInfo.brokerLogs is ${is}; one of cloudwatchLogs, s3 and firehose must be enabled. Set cloudwatchLogs.enabled to true and name a log group.`,
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "the destination is off",
            change: (stack) =>
                stack.set(CLUSTER, "kafka", "loggingInfo.brokerLogs", { cloudwatchLogs: { enabled: false } }),
            ...refused('{"cloudwatchLogs":{"enabled":false}}'),
        },
    ],
    absent: [
        {
            when: "nothing is said",
            change: (stack) => stack.unset(CLUSTER, "kafka", "loggingInfo"),
            ...refused("not set"),
        },
    ],
    unknown: [
        {
            when: "whether it is on is not known",
            change: (stack) => stack.setUnknown(CLUSTER, "kafka", "loggingInfo.brokerLogs.cloudwatchLogs.enabled"),
            unchecked: `kafka (${CLUSTER}): loggingInfo.brokerLogs.cloudwatchLogs.enabled is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the logs go to S3",
            change: (stack) =>
                stack.set(CLUSTER, "kafka", "loggingInfo.brokerLogs", { s3: { enabled: true, bucket: "logs" } }),
        },
    ],
};
