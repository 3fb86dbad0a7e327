import assert from "node:assert/strict";
import { record, resolved } from "../../../test/mocks";
import { PLACEMENT, THROW_AWAY, withoutAlarms } from "../placement.fixture";
import { Keyspaces, type KeyspacesArgs } from "./keyspaces";
import { keyspacesAlarms } from "./keyspaces-alarms";
import { keyspacesGrants } from "./keyspaces-grants";
import { keyspaceName } from "./keyspaces-name";

const ARGS: KeyspacesArgs = { placement: PLACEMENT, writesPerSecond: 10_000 };
const create = (change: Partial<KeyspacesArgs> = {}) =>
    record(() => new Keyspaces("keyspaces", { ...ARGS, ...change }));

const KEYSPACE = "aws:keyspaces/keyspace:Keyspace";
const TABLE = "aws:keyspaces/table:Table";
const TARGET = "aws:appautoscaling/target:Target";
const POLICY = "aws:appautoscaling/policy:Policy";
const CAPACITY = { read: { min: 1000, max: 7143 }, write: { min: 2000, max: 14_286 } };

describe("Keyspaces", () => {
    it("is a keyspace, a table, their key and six alarms", async () => {
        const recording = await create();
        assert.deepEqual(recording.children("kaireon:data:Keyspaces", "keyspaces"), [
            "aws:cloudwatch/metricAlarm:MetricAlarm keyspaces-connections",
            "aws:cloudwatch/metricAlarm:MetricAlarm keyspaces-hot-partition",
            "aws:cloudwatch/metricAlarm:MetricAlarm keyspaces-read-throttles",
            "aws:cloudwatch/metricAlarm:MetricAlarm keyspaces-system-errors",
            "aws:cloudwatch/metricAlarm:MetricAlarm keyspaces-write-rate",
            "aws:cloudwatch/metricAlarm:MetricAlarm keyspaces-write-throttles",
            `${KEYSPACE} keyspaces`,
            `${TABLE} keyspaces`,
            "kaireon:data:EncryptionKey keyspaces-key",
        ]);
    });

    it("partitions by customer, newest rows first, on demand, encrypted and restorable to any second", async () => {
        const recording = await create();
        assert.deepEqual(recording.inputs(KEYSPACE, "keyspaces"), { name: "kaireon_large" });
        assert.deepEqual(recording.inputs(TABLE, "keyspaces"), {
            keyspaceName: "kaireon_large",
            tableName: "interactions",
            schemaDefinition: {
                columns: [
                    { name: "customerid", type: "text" },
                    { name: "interactionkey", type: "text" },
                    { name: "payload", type: "text" },
                ],
                partitionKeys: [{ name: "customerid" }],
                clusteringKeys: [{ name: "interactionkey", orderBy: "DESC" }],
            },
            capacitySpecification: { throughputMode: "PAY_PER_REQUEST" },
            encryptionSpecification: {
                type: "CUSTOMER_MANAGED_KMS_KEY",
                kmsKeyIdentifier: "arn:aws:kms:eu-west-1:111122223333:keyspaces-key",
            },
            pointInTimeRecovery: { status: "ENABLED" },
            ttl: { status: "ENABLED" },
        });
        assert.equal(recording.resource(KEYSPACE, "keyspaces").protect, true);
        assert.equal(recording.resource(TABLE, "keyspaces").protect, true);
    });

    it("takes the names that the vendor does not document, a time to live and the client's time", async () => {
        const inputs = (
            await create({
                partitionKey: "customer_id",
                sortKey: "sk",
                columns: { kind: "ascii", at: "timestamp" },
                timeToLiveDays: 90,
                clientSideTimestamps: true,
            })
        ).inputs(TABLE, "keyspaces");
        assert.deepEqual(inputs["schemaDefinition"], {
            columns: [
                { name: "customer_id", type: "text" },
                { name: "sk", type: "text" },
                { name: "kind", type: "ascii" },
                { name: "at", type: "timestamp" },
            ],
            partitionKeys: [{ name: "customer_id" }],
            clusteringKeys: [{ name: "sk", orderBy: "DESC" }],
        });
        assert.equal(inputs["defaultTimeToLive"], 7_776_000);
        assert.deepEqual(inputs["clientSideTimestamps"], { status: "ENABLED" });
    });

    it("scales a provisioned table between its bounds and leaves its capacity to auto scaling", async () => {
        const recording = await create({ provisioned: CAPACITY });
        const added = withoutAlarms(recording.children("kaireon:data:Keyspaces", "keyspaces"));
        assert.deepEqual(added, [
            `${POLICY} keyspaces-read-scaling`,
            `${POLICY} keyspaces-write-scaling`,
            `${TARGET} keyspaces-read`,
            `${TARGET} keyspaces-write`,
            `${KEYSPACE} keyspaces`,
            `${TABLE} keyspaces`,
            "kaireon:data:EncryptionKey keyspaces-key",
        ]);
        const { inputs, ignoreChanges } = recording.resource(TABLE, "keyspaces");
        assert.deepEqual(inputs["capacitySpecification"], {
            throughputMode: "PROVISIONED",
            readCapacityUnits: 1000,
            writeCapacityUnits: 2000,
        });
        assert.deepEqual(ignoreChanges, [
            "capacitySpecification.readCapacityUnits",
            "capacitySpecification.writeCapacityUnits",
        ]);
        assert.deepEqual(recording.inputs(TARGET, "keyspaces-write"), {
            serviceNamespace: "cassandra",
            scalableDimension: "cassandra:table:WriteCapacityUnits",
            resourceId: "keyspace/kaireon_large/table/interactions",
            minCapacity: 2000,
            maxCapacity: 14_286,
        });
        assert.deepEqual(recording.inputs(POLICY, "keyspaces-read-scaling"), {
            serviceNamespace: "cassandra",
            scalableDimension: "cassandra:table:ReadCapacityUnits",
            resourceId: "keyspace/kaireon_large/table/interactions",
            policyType: "TargetTrackingScaling",
            targetTrackingScalingPolicyConfiguration: {
                predefinedMetricSpecification: { predefinedMetricType: "CassandraReadCapacityUtilization" },
                targetValue: 70,
            },
        });
    });

    it("is unprotected in a throw-away stack", async () => {
        const recording = await create({ placement: THROW_AWAY });
        for (const type of [KEYSPACE, TABLE]) assert.equal(recording.resource(type, "keyspaces").protect, false);
    });

    it("points the pods at keyspace and table, by no port of the data subnets and no secret", async () => {
        const { result } = await create();
        assert.deepEqual(await resolved(result.values), {
            config: { INTERACTION_STORE: "cassandra" },
            keyspaces: { enabled: true, keyspace: "kaireon_large", table: "interactions", region: "eu-west-1" },
        });
        assert.deepEqual([result.ports, result.secretArns, result.secretKeyArns], [[], [], []]);
        assert.equal(result.ready.length, 1);
    });
});

describe("grants on Keyspaces", () => {
    it("let api and worker read and write the table, read the system keyspaces, see the endpoint and use the key", () => {
        const access = { region: "eu-west-1", accountId: "111122223333", partition: "aws" };
        assert.deepEqual(keyspacesGrants({ tableArn: "table", keyArn: "key", ...access }), [
            {
                tiers: ["api", "worker"],
                statements: [
                    { Effect: "Allow", Action: ["cassandra:Select", "cassandra:Modify"], Resource: "table" },
                    {
                        Effect: "Allow",
                        Action: "cassandra:Select",
                        Resource: "arn:aws:cassandra:eu-west-1:111122223333:/keyspace/system*",
                    },
                    {
                        Effect: "Allow",
                        Action: ["ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcEndpoints"],
                        Resource: "*",
                    },
                    {
                        Effect: "Allow",
                        Action: ["kms:Decrypt", "kms:DescribeKey", "kms:GenerateDataKey"],
                        Resource: "key",
                        Condition: { StringEquals: { "kms:ViaService": "cassandra.eu-west-1.amazonaws.com" } },
                    },
                ],
            },
        ]);
    });
});

describe("alarms of Keyspaces", () => {
    const rows = keyspacesAlarms({ keyspaceName: "kaireon", tableName: "interactions", writesPerSecond: 10_000 });
    const row = (key: string) => rows.find((one) => one.key === key);

    it("add up what is refused over the statements that can be", () => {
        const operations = (key: string) => row(key)?.series.map(({ dimensions }) => dimensions["Operation"]);
        assert.deepEqual(operations("write-throttles"), ["INSERT", "UPDATE", "DELETE"]);
        assert.deepEqual(operations("read-throttles"), ["SELECT"]);
        assert.deepEqual(operations("hot-partition"), ["SELECT", "INSERT", "UPDATE", "DELETE"]);
        assert.deepEqual(row("hot-partition")?.series[0], {
            metric: "StoragePartitionThroughputCapacityExceeded",
            dimensions: { Keyspace: "kaireon", TableName: "interactions", Operation: "SELECT" },
        });
        assert.deepEqual(
            [row("write-throttles")?.expression, row("read-throttles")?.expression],
            ["SUM(METRICS())", undefined],
        );
    });

    it("ring at 80 % of a minute's writes at the target rate", () => {
        assert.equal(row("write-rate")?.threshold, 480_000);
        assert.deepEqual(row("write-rate")?.series[0]?.dimensions, { Keyspace: "kaireon", TableName: "interactions" });
    });
});

describe("keyspaceName", () => {
    it("writes the stack's prefix as Keyspaces takes it", () => {
        assert.equal(keyspaceName("kaireon-large.EU"), "kaireon_large_eu");
    });

    it("refuses a name that is too long, with the fix", () => {
        assert.throws(() => keyspaceName(`kaireon-${"x".repeat(41)}`), {
            message: `keyspaces: the keyspace's name would be kaireon_${"x".repeat(41)}, of 49 characters; Keyspaces allows at most 48. Name the stack shorter.`,
        });
    });
});
