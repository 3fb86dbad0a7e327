import assert from "node:assert/strict";
import { record } from "../../test/mocks";
import { AlarmTopic } from "./alarm-topic";
import { type AlarmRow, alarmArgs } from "./alarms";

const ROW: AlarmRow = {
    key: "memory",
    description: "Memory runs out.",
    series: [{ metric: "FreeableMemory", dimensions: { DBClusterIdentifier: "db" } }],
    statistic: "Minimum",
    comparison: "below",
    threshold: 5,
    period: 300,
    periods: 3,
    missingData: "notBreaching",
};

describe("a row of alarms", () => {
    it("becomes an alarm that tells the topic when it rings and when it stops", () => {
        assert.deepEqual(alarmArgs("AWS/RDS", ROW, "topic"), {
            alarmDescription: "Memory runs out.",
            comparisonOperator: "LessThanThreshold",
            threshold: 5,
            evaluationPeriods: 3,
            treatMissingData: "notBreaching",
            alarmActions: ["topic"],
            okActions: ["topic"],
            namespace: "AWS/RDS",
            metricName: "FreeableMemory",
            dimensions: { DBClusterIdentifier: "db" },
            statistic: "Minimum",
            period: 300,
        });
    });

    it("joins several series by its expression, which alone is judged", () => {
        const series = ["CpuUser", "CpuSystem"].map((metric) => ({ metric, dimensions: {} }));
        const args = alarmArgs("AWS/Kafka", { ...ROW, series, expression: "SUM(METRICS())" }, "topic");
        const metric = (metricName: string) => ({
            namespace: "AWS/Kafka",
            metricName,
            dimensions: {},
            stat: "Minimum",
            period: 300,
        });
        assert.deepEqual(args.metricQueries, [
            { id: "joined", expression: "SUM(METRICS())", label: "memory", returnData: true },
            { id: "m1", metric: metric("CpuUser") },
            { id: "m2", metric: metric("CpuSystem") },
        ]);
        assert.equal(args.metricName, undefined);
        assert.equal(args.period, undefined);
    });

    it("is refused without a series, with eleven, and with several that nothing joins", () => {
        const series = (count: number) => Array.from({ length: count }, () => ({ metric: "M", dimensions: {} }));
        for (const [count, message] of [
            [0, "alarm memory: 0 series; an alarm takes 1 to 10. Split the row."],
            [11, "alarm memory: 11 series; an alarm takes 1 to 10. Split the row."],
            [2, "alarm memory: 2 series and no expression. Say how to join them."],
        ] as const) {
            assert.throws(() => alarmArgs("N", { ...ROW, series: series(count) }, "topic"), { message });
        }
    });
});

describe("the alarm topic", () => {
    const place = { region: "eu-west-1", accountId: "111122223333", partition: "aws" };
    const children = [
        "aws:sns/topic:Topic alarms",
        "aws:sns/topicPolicy:TopicPolicy alarms-policy",
        "kaireon:data:EncryptionKey alarms-key",
    ];

    it("is encrypted with a key that alarms may use", async () => {
        const recording = await record(() => new AlarmTopic("alarms", place));
        assert.deepEqual(recording.children("kaireon:data:AlarmTopic", "alarms"), children);
        assert.match(String(recording.inputs("aws:sns/topic:Topic", "alarms")["kmsMasterKeyId"]), /:alarms-key$/);
        const policy = JSON.stringify(recording.json("aws:kms/key:Key", "alarms-key", "policy"));
        assert.match(policy, /cloudwatch\.amazonaws\.com/);
    });

    it("lets alarms and database events of this account publish, and nobody without TLS", async () => {
        const recording = await record(() => new AlarmTopic("alarms", place));
        const Resource = "arn:aws:sns:eu-west-1:111122223333:alarms";
        assert.deepEqual(recording.json("aws:sns/topicPolicy:TopicPolicy", "alarms-policy", "policy"), {
            Version: "2012-10-17",
            Statement: [
                {
                    Sid: "Alarms",
                    Effect: "Allow",
                    Principal: { Service: ["cloudwatch.amazonaws.com", "events.rds.amazonaws.com"] },
                    Action: "sns:Publish",
                    Resource,
                    Condition: { StringEquals: { "aws:SourceAccount": "111122223333" } },
                },
                {
                    Sid: "TlsOnly",
                    Effect: "Deny",
                    Principal: "*",
                    Action: "sns:Publish",
                    Resource,
                    Condition: { Bool: { "aws:SecureTransport": "false" } },
                },
            ],
        });
    });

    it("mails to an address only when there is one", async () => {
        const recording = await record(() => new AlarmTopic("alarms", { ...place, email: "ops@example.com" }));
        assert.deepEqual(
            recording.children("kaireon:data:AlarmTopic", "alarms"),
            [...children, "aws:sns/topicSubscription:TopicSubscription alarms-email"].sort(),
        );
        const inputs = recording.inputs("aws:sns/topicSubscription:TopicSubscription", "alarms-email");
        assert.equal(inputs["protocol"], "email");
        assert.equal(inputs["endpoint"], "ops@example.com");
    });
});
