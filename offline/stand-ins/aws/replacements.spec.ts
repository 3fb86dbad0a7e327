import assert from "node:assert/strict";
import type { PropertyMap } from "../protocol/values";
import { AwsStandIn } from "./aws-stand-in";

type Case = readonly [type: string, what: string, old: PropertyMap, now: PropertyMap, replaces: boolean];

/** Changes of what holds data or a cluster, and whether the provider can make them in place. */
const CASES: readonly Case[] = [
    ["aws:rds/cluster:Cluster", "another engine version", { engineVersion: "17.4" }, { engineVersion: "17.5" }, false],
    ["aws:rds/cluster:Cluster", "another key", { kmsKeyId: "a" }, { kmsKeyId: "b" }, true],
    ["aws:rds/cluster:Cluster", "another database name", { databaseName: "a" }, { databaseName: "b" }, true],
    ["aws:rds/cluster:Cluster", "another snapshot", { snapshotIdentifier: "a" }, { snapshotIdentifier: "b" }, true],
    ["aws:rds/cluster:Cluster", "a snapshot", {}, { snapshotIdentifier: "a" }, true],
    ["aws:rds/cluster:Cluster", "no snapshot any more", { snapshotIdentifier: "a" }, {}, false],
    ["aws:rds/cluster:Cluster", "I/O-optimised storage", {}, { storageType: "aurora-iopt1" }, false],
    ["aws:rds/cluster:Cluster", "longer backups", { backupRetentionPeriod: 7 }, { backupRetentionPeriod: 14 }, false],
    ["aws:rds/clusterInstance:ClusterInstance", "another class", { instanceClass: "a" }, { instanceClass: "b" }, false],
    [
        "aws:rds/clusterInstance:ClusterInstance",
        "another zone",
        { availabilityZone: "a" },
        { availabilityZone: "b" },
        true,
    ],
    [
        "aws:elasticache/replicationGroup:ReplicationGroup",
        "another shard",
        { numNodeGroups: 3 },
        { numNodeGroups: 4 },
        false,
    ],
    [
        "aws:elasticache/replicationGroup:ReplicationGroup",
        "another node type",
        { nodeType: "a" },
        { nodeType: "b" },
        false,
    ],
    [
        "aws:elasticache/replicationGroup:ReplicationGroup",
        "other subnets",
        { subnetGroupName: "a" },
        { subnetGroupName: "b" },
        true,
    ],
    [
        "aws:elasticache/replicationGroup:ReplicationGroup",
        "an older engine",
        { engineVersion: "8.0" },
        { engineVersion: "7.2" },
        true,
    ],
    [
        "aws:elasticache/replicationGroup:ReplicationGroup",
        "Redis to Valkey",
        { engine: "redis" },
        { engine: "valkey" },
        false,
    ],
    [
        "aws:elasticache/replicationGroup:ReplicationGroup",
        "Valkey to Redis",
        { engine: "valkey" },
        { engine: "redis" },
        true,
    ],
    [
        "aws:opensearch/domain:Domain",
        "more data nodes",
        { clusterConfig: { instanceCount: 3 } },
        { clusterConfig: { instanceCount: 6 } },
        false,
    ],
    [
        "aws:opensearch/domain:Domain",
        "another key",
        { encryptAtRest: { kmsKeyId: "a" } },
        { encryptAtRest: { kmsKeyId: "b" } },
        true,
    ],
    [
        "aws:opensearch/domain:Domain",
        "encryption turned off",
        { encryptAtRest: { enabled: true } },
        { encryptAtRest: { enabled: false } },
        true,
    ],
    [
        "aws:opensearch/domain:Domain",
        "other subnets",
        { vpcOptions: { subnetIds: ["a"] } },
        { vpcOptions: { subnetIds: ["b"] } },
        false,
    ],
    ["aws:opensearch/domain:Domain", "out of the VPC", { vpcOptions: { subnetIds: ["a"] } }, {}, true],
    ["aws:msk/cluster:Cluster", "more brokers", { numberOfBrokerNodes: 3 }, { numberOfBrokerNodes: 6 }, false],
    [
        "aws:msk/cluster:Cluster",
        "larger brokers",
        { brokerNodeGroupInfo: { instanceType: "a" } },
        { brokerNodeGroupInfo: { instanceType: "b" } },
        false,
    ],
    [
        "aws:msk/cluster:Cluster",
        "other subnets",
        { brokerNodeGroupInfo: { clientSubnets: ["a"] } },
        { brokerNodeGroupInfo: { clientSubnets: ["b"] } },
        true,
    ],
    ["aws:msk/cluster:Cluster", "an older Kafka", { kafkaVersion: "3.8.x" }, { kafkaVersion: "3.6.0" }, true],
    ["aws:msk/topic:Topic", "more partitions", { partitionCount: 3 }, { partitionCount: 6 }, false],
    ["aws:msk/topic:Topic", "more replicas", { replicationFactor: 2 }, { replicationFactor: 3 }, true],
    ["aws:dynamodb/table:Table", "another partition key", { hashKey: "a" }, { hashKey: "b" }, true],
    [
        "aws:dynamodb/table:Table",
        "more warm throughput",
        { warmThroughput: { writeUnitsPerSecond: 4000 } },
        { warmThroughput: { writeUnitsPerSecond: 10000 } },
        false,
    ],
    [
        "aws:dynamodb/table:Table",
        "less warm throughput",
        { warmThroughput: { writeUnitsPerSecond: 10000 } },
        { warmThroughput: { writeUnitsPerSecond: 4000 } },
        true,
    ],
    ["aws:kms/key:Key", "another policy", { policy: "a" }, { policy: "b" }, false],
    ["aws:kms/key:Key", "several Regions", { multiRegion: false }, { multiRegion: true }, true],
    ["aws:ec2/vpc:Vpc", "another range", { cidrBlock: "10.0.0.0/16" }, { cidrBlock: "10.1.0.0/16" }, true],
    ["aws:ec2/subnet:Subnet", "another zone", { availabilityZone: "a" }, { availabilityZone: "b" }, true],
    ["aws:eks/cluster:Cluster", "a newer version", { version: "1.34" }, { version: "1.35" }, false],
    ["aws:eks/cluster:Cluster", "another role", { roleArn: "a" }, { roleArn: "b" }, true],
    ["aws:eks/cluster:Cluster", "encryption added", {}, { encryptionConfig: { resources: ["secrets"] } }, false],
    ["aws:eks/cluster:Cluster", "encryption removed", { encryptionConfig: { resources: ["secrets"] } }, {}, true],
    [
        "aws:eks/nodeGroup:NodeGroup",
        "a higher maximum",
        { scalingConfig: { maxSize: 3 } },
        { scalingConfig: { maxSize: 9 } },
        false,
    ],
    [
        "aws:eks/nodeGroup:NodeGroup",
        "another template version",
        { launchTemplate: { id: "a", version: "1" } },
        { launchTemplate: { id: "a", version: "2" } },
        false,
    ],
    [
        "aws:eks/nodeGroup:NodeGroup",
        "another template",
        { launchTemplate: { id: "a" } },
        { launchTemplate: { id: "b" } },
        true,
    ],
    ["aws:secretsmanager/secret:Secret", "another key", { kmsKeyId: "a" }, { kmsKeyId: "b" }, false],
    [
        "aws:secretsmanager/secretVersion:SecretVersion",
        "another value",
        { secretString: "a" },
        { secretString: "b" },
        true,
    ],
];

describe("replacements of what holds data", () => {
    for (const [type, what, oldInputs, inputs, replaces] of CASES) {
        it(`${type}: ${what} ${replaces ? "replaces it" : "changes it in place"}`, () => {
            const urn = `urn:pulumi:s::p::${type}::x`;
            const { changes } = new AwsStandIn("7.48.0").diff({
                urn,
                type,
                name: "x",
                id: "x",
                oldInputs,
                inputs,
                ignoreChanges: [],
            });
            assert.deepEqual(
                Object.values(changes).map(({ replace }) => replace),
                [replaces],
            );
        });
    }
});
