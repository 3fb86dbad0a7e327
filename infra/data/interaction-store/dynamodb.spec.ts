import assert from "node:assert/strict";
import { record, resolved } from "../../../test/mocks";
import { PLACEMENT, THROW_AWAY, withoutAlarms } from "../placement.fixture";
import { DynamoDb, type DynamoDbArgs } from "./dynamodb";
import { tableAlarms } from "./dynamodb-alarms";
import { tableGrants } from "./dynamodb-grants";

const ARGS: DynamoDbArgs = { placement: PLACEMENT, warmWritesPerSecond: 10_000 };
const create = (change: Partial<DynamoDbArgs> = {}) =>
    record(() => new DynamoDb("interactions", { ...ARGS, ...change }));

const TABLE = "aws:dynamodb/table:Table";
const TARGET = "aws:appautoscaling/target:Target";
const POLICY = "aws:appautoscaling/policy:Policy";

describe("DynamoDB", () => {
    it("is a table, its key and four alarms", async () => {
        const recording = await create();
        assert.deepEqual(recording.children("kaireon:data:DynamoDb", "interactions"), [
            "aws:cloudwatch/metricAlarm:MetricAlarm interactions-read-throttles",
            "aws:cloudwatch/metricAlarm:MetricAlarm interactions-system-errors",
            "aws:cloudwatch/metricAlarm:MetricAlarm interactions-write-rate",
            "aws:cloudwatch/metricAlarm:MetricAlarm interactions-write-throttles",
            `${TABLE} interactions`,
            "kaireon:data:EncryptionKey interactions-key",
        ]);
    });

    it("partitions by customer, is warm for the target and can be restored to any second", async () => {
        const recording = await create();
        assert.deepEqual(recording.inputs(TABLE, "interactions"), {
            hashKey: "customerId",
            rangeKey: "interactionKey",
            attributes: [
                { name: "customerId", type: "S" },
                { name: "interactionKey", type: "S" },
            ],
            billingMode: "PAY_PER_REQUEST",
            warmThroughput: { readUnitsPerSecond: 12_000, writeUnitsPerSecond: 10_000 },
            ttl: { enabled: true, attributeName: "expiresAt" },
            pointInTimeRecovery: { enabled: true },
            serverSideEncryption: { enabled: true, kmsKeyArn: "arn:aws:kms:eu-west-1:111122223333:interactions-key" },
            deletionProtectionEnabled: true,
        });
        assert.equal(recording.resource(TABLE, "interactions").protect, true);
    });

    it("scales a provisioned table between its bounds and leaves its capacity to auto scaling", async () => {
        const provisioned = { read: { min: 1000, max: 7143 }, write: { min: 2000, max: 14_286 } };
        const recording = await create({ provisioned });
        assert.deepEqual(withoutAlarms(recording.children("kaireon:data:DynamoDb", "interactions")), [
            `${POLICY} interactions-read-scaling`,
            `${POLICY} interactions-write-scaling`,
            `${TARGET} interactions-read`,
            `${TARGET} interactions-write`,
            `${TABLE} interactions`,
            "kaireon:data:EncryptionKey interactions-key",
        ]);
        const { inputs, ignoreChanges } = recording.resource(TABLE, "interactions");
        const { billingMode, readCapacity, writeCapacity, warmThroughput } = inputs;
        assert.deepEqual(
            { billingMode, readCapacity, writeCapacity, warmThroughput },
            {
                billingMode: "PROVISIONED",
                readCapacity: 1000,
                writeCapacity: 2000,
                warmThroughput: { readUnitsPerSecond: 12_000, writeUnitsPerSecond: 10_000 },
            },
        );
        assert.deepEqual(ignoreChanges, ["readCapacity", "writeCapacity"]);
        assert.deepEqual(recording.inputs(TARGET, "interactions-read"), {
            serviceNamespace: "dynamodb",
            scalableDimension: "dynamodb:table:ReadCapacityUnits",
            resourceId: "table/interactions",
            minCapacity: 1000,
            maxCapacity: 7143,
        });
        assert.deepEqual(recording.inputs(POLICY, "interactions-write-scaling"), {
            serviceNamespace: "dynamodb",
            scalableDimension: "dynamodb:table:WriteCapacityUnits",
            resourceId: "table/interactions",
            policyType: "TargetTrackingScaling",
            targetTrackingScalingPolicyConfiguration: {
                predefinedMetricSpecification: { predefinedMetricType: "DynamoDBWriteCapacityUtilization" },
                targetValue: 70,
            },
        });
    });

    it("owns the capacity of an on-demand table, which has none", async () => {
        assert.deepEqual((await create()).resource(TABLE, "interactions").ignoreChanges, []);
    });

    it("takes the names that the vendor does not document", async () => {
        const inputs = (await create({ sortKey: "sk", ttlAttribute: "ttl" })).inputs(TABLE, "interactions");
        assert.equal(inputs["rangeKey"], "sk");
        assert.deepEqual(inputs["ttl"], { enabled: true, attributeName: "ttl" });
    });

    it("is unprotected in a throw-away stack", async () => {
        const { inputs, protect } = (await create({ placement: THROW_AWAY })).resource(TABLE, "interactions");
        assert.equal(protect, false);
        assert.equal(inputs["deletionProtectionEnabled"], false);
    });

    it("points the pods at the table, by no port of the data subnets and no secret", async () => {
        const { result } = await create();
        assert.deepEqual(await resolved(result.values), {
            config: { INTERACTION_STORE: "dynamodb" },
            dynamodb: { enabled: true, tableName: "interactions", region: "eu-west-1" },
        });
        assert.deepEqual([result.ports, result.secretArns, result.secretKeyArns], [[], [], []]);
        assert.equal(result.ready.length, 1);
    });
});

describe("grants on the table", () => {
    const key = {
        Effect: "Allow",
        Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
        Resource: "key",
        Condition: { StringEquals: { "kms:ViaService": "dynamodb.eu-west-1.amazonaws.com" } },
    };

    it("let api and worker read and write rows, only the worker delete, and nobody scan or change the table", () => {
        const grants = tableGrants({ tableArn: "table", keyArn: "key", region: "eu-west-1" });
        assert.deepEqual(grants, [
            {
                tiers: ["api", "worker"],
                statements: [
                    {
                        Effect: "Allow",
                        Action: [
                            "dynamodb:DescribeTable",
                            "dynamodb:GetItem",
                            "dynamodb:BatchGetItem",
                            "dynamodb:Query",
                            "dynamodb:ConditionCheckItem",
                            "dynamodb:PutItem",
                            "dynamodb:UpdateItem",
                            "dynamodb:BatchWriteItem",
                        ],
                        Resource: "table",
                    },
                    key,
                ],
            },
            {
                tiers: ["worker"],
                statements: [{ Effect: "Allow", Action: ["dynamodb:DeleteItem"], Resource: "table" }],
            },
        ]);
    });
});

describe("alarms of the table", () => {
    it("ring before the warm throughput is used up: 80 % of a minute's writes", () => {
        const rows = tableAlarms({ tableName: "interactions", warmWritesPerSecond: 10_000 });
        assert.equal(rows.find(({ key }) => key === "write-rate")?.threshold, 480_000);
    });

    it("add up DynamoDB's errors over the operations that the tiers may call", () => {
        const rows = tableAlarms({ tableName: "interactions", warmWritesPerSecond: 4000 });
        const { series, expression } = rows.find(({ key }) => key === "system-errors") ?? { series: [] };
        assert.deepEqual(
            series.map(({ dimensions }) => dimensions["Operation"]),
            ["GetItem", "BatchGetItem", "Query", "PutItem", "UpdateItem", "BatchWriteItem", "DeleteItem"],
        );
        assert.equal(expression, "SUM(METRICS())");
    });
});
