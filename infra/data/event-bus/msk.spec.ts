import assert from "node:assert/strict";
import { record, resolved } from "../../../test/mocks";
import { PLACEMENT, THROW_AWAY, withoutAlarms } from "../placement.fixture";
import { Msk, type MskArgs } from "./msk";
import { topicConfigs } from "./topics";

const ARGS: MskArgs = {
    placement: PLACEMENT,
    kafkaVersion: "3.9.x.kraft",
    brokerInstanceType: "kafka.m7g.large",
    brokersPerZone: 1,
    disk: { volumeGb: 200, maxVolumeGb: 1000 },
    authentication: "iam",
    topics: ["interaction.recorded.v1", "decision.made.v1", "outcome.recorded"].map((name) => ({
        name,
        partitions: 30,
    })),
};
const create = (change: Partial<MskArgs> = {}) => record(() => new Msk("kafka", { ...ARGS, ...change }));

const CLUSTER = "aws:msk/cluster:Cluster";
const TOPIC = "aws:msk/topic:Topic";
const SECRET = "aws:secretsmanager/secret:Secret";
const KEY = "arn:aws:kms:eu-west-1:111122223333:kafka-key";
const UUID = "c0ffee00-0000-4000-8000-000000000000-1";
const CLUSTER_ARN = `arn:aws:kafka:eu-west-1:111122223333:cluster/kafka/${UUID}`;
const CHILDREN = [
    "aws:appautoscaling/policy:Policy kafka-volume-scaling",
    "aws:appautoscaling/target:Target kafka-volume",
    "aws:cloudwatch/logGroup:LogGroup kafka-logs",
    `${CLUSTER} kafka`,
    "aws:msk/configuration:Configuration kafka-configuration",
    `${TOPIC} kafka-decision.made.v1`,
    `${TOPIC} kafka-interaction.recorded.v1`,
    `${TOPIC} kafka-outcome.recorded`,
    "kaireon:data:EncryptionKey kafka-key",
    "kaireon:data:StoreSecurityGroup kafka-access",
];
const SCRAM_CHILDREN = [
    "aws:msk/scramSecretAssociation:ScramSecretAssociation kafka-scram-association",
    `${SECRET} kafka-scram`,
    "aws:secretsmanager/secretPolicy:SecretPolicy kafka-scram-policy",
    "aws:secretsmanager/secretVersion:SecretVersion kafka-scram-version",
    "random:index/randomPassword:RandomPassword kafka-scram-password",
];

describe("MSK", () => {
    it("is three brokers, their topics and the scaling of their volumes; no secret with IAM", async () => {
        const recording = await create();
        const all = recording.children("kaireon:data:Msk", "kafka");
        assert.deepEqual(withoutAlarms(all), CHILDREN);
        assert.equal(all.length - withoutAlarms(all).length, 2 + 3 * 5);
    });

    it("speaks TLS only and lets nobody in without IAM", async () => {
        const recording = await create();
        assert.deepEqual(recording.inputs(CLUSTER, "kafka"), {
            kafkaVersion: "3.9.x.kraft",
            numberOfBrokerNodes: 3,
            brokerNodeGroupInfo: {
                instanceType: "kafka.m7g.large",
                clientSubnets: ["subnet-a", "subnet-b", "subnet-c"],
                securityGroups: ["kafka-access-id"],
                storageInfo: { ebsStorageInfo: { volumeSize: 200 } },
            },
            clientAuthentication: { sasl: { iam: true }, unauthenticated: false },
            encryptionInfo: {
                encryptionAtRestKmsKeyArn: KEY,
                encryptionInTransit: { clientBroker: "TLS", inCluster: true },
            },
            enhancedMonitoring: "PER_TOPIC_PER_BROKER",
            configurationInfo: {
                arn: "arn:aws:msk:eu-west-1:111122223333:kafka-configuration",
                revision: 1,
            },
            loggingInfo: { brokerLogs: { cloudwatchLogs: { enabled: true, logGroup: "kafka-logs" } } },
        });
    });

    it("leaves the size of the volumes to the autoscaler", async () => {
        const recording = await create();
        const cluster = recording.resource(CLUSTER, "kafka");
        assert.deepEqual(cluster.ignoreChanges, ["brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize"]);
        assert.deepEqual(recording.inputs("aws:appautoscaling/target:Target", "kafka-volume"), {
            serviceNamespace: "kafka",
            scalableDimension: "kafka:broker-storage:VolumeSize",
            resourceId: CLUSTER_ARN,
            minCapacity: 1,
            maxCapacity: 1000,
        });
        const policy = recording.inputs("aws:appautoscaling/policy:Policy", "kafka-volume-scaling");
        assert.deepEqual(policy["targetTrackingScalingPolicyConfiguration"], {
            predefinedMetricSpecification: { predefinedMetricType: "KafkaBrokerStorageUtilization" },
            targetValue: 60,
            disableScaleIn: true,
        });
    });

    it("makes each topic with three copies, of which a write waits for two", async () => {
        const recording = await create();
        const { configs, ...inputs } = recording.inputs(TOPIC, "kafka-decision.made.v1");
        assert.deepEqual(inputs, {
            name: "decision.made.v1",
            clusterArn: CLUSTER_ARN,
            partitionCount: 30,
            replicationFactor: 3,
        });
        assert.equal(configs, topicConfigs(168, "standard"));
    });

    it("protects cluster and topics, unless the stack is a throw-away", async () => {
        const [kept, throwAway] = [await create(), await create({ placement: THROW_AWAY })];
        for (const [type, name] of [
            [CLUSTER, "kafka"],
            [TOPIC, "kafka-outcome.recorded"],
        ] as const) {
            assert.equal(kept.resource(type, name).protect, true, name);
            assert.equal(throwAway.resource(type, name).protect, false, name);
        }
    });

    it("multiplies brokers by zones", async () => {
        const recording = await create({ brokersPerZone: 2 });
        assert.equal(recording.inputs(CLUSTER, "kafka")["numberOfBrokerNodes"], 6);
    });

    it("points the pods at the IAM listener and grants what they need there", async () => {
        const { result } = await create();
        assert.deepEqual(await resolved(result.values), {
            config: { EVENT_PUBLISHER: "msk" },
            kafka: {
                enabled: true,
                brokers: "b-1.kafka.c0ffee.kafka.eu-west-1.amazonaws.com:9098",
                authentication: "iam",
                region: "eu-west-1",
            },
        });
        assert.deepEqual([result.ports, result.secretArns, result.secretKeyArns], [[9098], [], []]);
        assert.equal(result.grants.length, 2);
        assert.equal(result.ready.length, 4);
    });

    it("by SCRAM has a user in a secret that MSK may read, and grants nothing", async () => {
        const recording = await create({ authentication: "scram" });
        const all = recording.children("kaireon:data:Msk", "kafka");
        assert.deepEqual(withoutAlarms(all), [...CHILDREN, ...SCRAM_CHILDREN].sort());
        assert.deepEqual(recording.inputs(CLUSTER, "kafka")["clientAuthentication"], {
            sasl: { scram: true },
            unauthenticated: false,
        });
        assert.deepEqual(recording.inputs(SECRET, "kafka-scram"), {
            description: "User of the platform's Kafka cluster",
            namePrefix: "AmazonMSK_kaireon-large-",
            kmsKeyId: KEY,
            recoveryWindowInDays: 30,
        });
        const version = recording.resource("aws:secretsmanager/secretVersion:SecretVersion", "kafka-scram-version");
        assert.deepEqual(version.secretInputs, ["secretString"]);

        const { result } = recording;
        const secretArn = "arn:aws:secretsmanager:eu-west-1:111122223333:kafka-scram";
        assert.deepEqual(await resolved(result.values), {
            config: { EVENT_PUBLISHER: "kafka" },
            kafka: {
                enabled: true,
                brokers: "b-1.kafka.c0ffee.kafka.eu-west-1.amazonaws.com:9096",
                authentication: "scram",
                region: "eu-west-1",
            },
            externalSecrets: { kafka: { secretArn } },
        });
        assert.deepEqual(await resolved(result.secretArns), [secretArn]);
        assert.deepEqual([result.ports, result.grants], [[9096], []]);
        assert.equal(result.ready.length, 5);
    });

    describe("with Express brokers", () => {
        const { disk, ...diskless } = ARGS;
        const express = (change: Partial<MskArgs> = {}) =>
            record(() => new Msk("kafka", { ...diskless, brokerInstanceType: "express.m7g.large", ...change }));

        it("has no volumes and nothing that scales them", async () => {
            const recording = await express();
            const all = recording.children("kaireon:data:Msk", "kafka");
            const volumes = CHILDREN.filter((child) => child.startsWith("aws:appautoscaling/"));
            assert.equal(volumes.length, 2);
            assert.deepEqual(
                withoutAlarms(all),
                CHILDREN.filter((child) => !volumes.includes(child)),
            );
            assert.equal(all.length - withoutAlarms(all).length, 1 + 3 * 3);
            const cluster = recording.resource(CLUSTER, "kafka");
            assert.deepEqual(cluster.inputs["brokerNodeGroupInfo"], {
                instanceType: "express.m7g.large",
                clientSubnets: ["subnet-a", "subnet-b", "subnet-c"],
                securityGroups: ["kafka-access-id"],
            });
            assert.deepEqual(cluster.ignoreChanges, []);
        });

        it("leaves to MSK what it refuses to be told", async () => {
            const recording = await express();
            assert.equal(
                recording.inputs("aws:msk/configuration:Configuration", "kafka-configuration")["serverProperties"],
                "auto.create.topics.enable=false\n",
            );
            assert.equal(recording.inputs(TOPIC, "kafka-decision.made.v1")["configs"], topicConfigs(168, "express"));
        });

        it("refuses a disk, and Standard brokers refuse to have none", async () => {
            await assert.rejects(express({ ...(disk === undefined ? {} : { disk }) }), {
                message:
                    "kafka: brokerInstanceType is express.m7g.large; Express brokers have no disk of yours. Leave disk out.",
            });
            await assert.rejects(express({ brokerInstanceType: "kafka.m7g.large" }), {
                message: "kafka: brokerInstanceType is kafka.m7g.large; Standard brokers need a disk. Give disk.",
            });
        });
    });
});
