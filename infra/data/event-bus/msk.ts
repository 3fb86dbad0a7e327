import * as awsMsk from "@pulumi/aws/msk";
import * as pulumi from "@pulumi/pulumi";
import type { ChartValues } from "../../app/chart-values";
import { isExpress } from "../../facts/msk";
import { createAlarms } from "../alarms";
import type { Backend, StorePlacement, TierGrant } from "../backend";
import { EncryptionKey } from "../encryption-key";
import { StoreSecurityGroup } from "../store-security-group";
import { kafkaAlarms } from "./msk-alarms";
import { type BrokerDisk, createCluster, type KafkaAuthentication } from "./msk-cluster";
import { kafkaGrants } from "./msk-grants";
import { createScramUser, type ScramUser } from "./msk-scram";
import { type BrokerKind, type KafkaTopic, topicConfigs } from "./topics";

export interface MskArgs {
    readonly placement: StorePlacement;
    /** `3.9.x.kraft`: the suffix chooses KRaft; 3.6.0 or newer, else topics can't be resources. */
    readonly kafkaVersion: string;
    /** `kafka.m7g.large`, a Standard broker, or `express.m7g.large`. A running cluster stays of the kind that it was made of. */
    readonly brokerInstanceType: string;
    readonly brokersPerZone: number;
    /** Volumes of Standard brokers. MSK keeps the data of Express brokers by itself and refuses a volume for them. */
    readonly disk?: BrokerDisk;
    /** `iam` goes with `config.EVENT_PUBLISHER: msk`, `scram` with `kafka`. */
    readonly authentication: KafkaAuthentication;
    /** What the platform publishes. Partitions can be raised, and then a customer's keys move to another one. */
    readonly topics: readonly KafkaTopic[];
    /** Copies of each partition: at most the brokers, more than `min.insync.replicas`, which is 2. Default: 3. */
    readonly replicationFactor?: number;
    /** Default: 168, a week. */
    readonly retentionHours?: number;
    /** Begins the stream tier's consumer groups, whose names the vendor does not document. Default: `kaireon`. */
    readonly consumerGroupPrefix?: string;
}

/** Ports of the TLS listeners. https://docs.aws.amazon.com/msk/latest/developerguide/port-info.html */
const PORTS: Readonly<Record<KafkaAuthentication, number>> = { iam: 9098, scram: 9096 };

/** `eventbus.backend: kafka` as MSK: Standard or Express brokers over three zones, TLS only, and the platform's topics. */
export class Msk extends pulumi.ComponentResource implements Backend {
    /** Comma-separated, one broker per zone or more. */
    readonly bootstrapBrokers: pulumi.Output<string>;
    readonly clusterArn: pulumi.Output<string>;
    readonly securityGroupId: pulumi.Output<string>;
    readonly values: ChartValues;
    readonly grants: readonly TierGrant[];
    readonly ports: readonly number[];
    readonly secretArns: readonly pulumi.Output<string>[];
    readonly secretKeyArns: readonly pulumi.Output<string>[];
    readonly ready: readonly pulumi.Resource[];

    constructor(name: string, args: MskArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:data:Msk", name, {}, opts);
        const child = { parent: this };
        const { authentication, placement } = args;
        const port = PORTS[authentication];
        const brokers = args.brokersPerZone * placement.subnets.length;
        const replicationFactor = args.replicationFactor ?? 3;
        const kind: BrokerKind = isExpress(args.brokerInstanceType) ? "express" : "standard";
        const mistake = diskMistake(kind, args.disk);
        if (mistake !== undefined) {
            const message = `${name}: brokerInstanceType is ${args.brokerInstanceType}; ${mistake}`;
            throw new pulumi.ResourceError(message, this);
        }

        const key = new EncryptionKey(
            `${name}-key`,
            { ...placement, description: `Kafka cluster ${placement.namePrefix}-${name}`, services: ["logs"] },
            child,
        );
        const group = new StoreSecurityGroup(`${name}-access`, { placement, store: "Kafka", port }, child);
        const cluster = createCluster(
            name,
            { ...args, brokers, kind, replicationFactor, keyArn: key.arn, groupId: group.id },
            child,
        );
        const user: ScramUser | undefined =
            authentication === "scram"
                ? createScramUser(name, { placement, keyArn: key.arn, cluster }, child)
                : undefined;
        const topics = createTopics(name, { ...args, kind, replicationFactor, clusterArn: cluster.arn }, child);
        createAlarms(
            name,
            {
                namespace: "AWS/Kafka",
                topicArn: placement.alarmTopicArn,
                rows: kafkaAlarms({ clusterName: cluster.clusterName, brokers, type: args.brokerInstanceType }),
            },
            child,
        );

        this.bootstrapBrokers =
            authentication === "iam" ? cluster.bootstrapBrokersSaslIam : cluster.bootstrapBrokersSaslScram;
        this.clusterArn = cluster.arn;
        this.securityGroupId = group.id;
        this.values = {
            config: { EVENT_PUBLISHER: authentication === "iam" ? "msk" : "kafka" },
            kafka: { enabled: true, brokers: this.bootstrapBrokers, authentication, region: placement.region },
            ...(user === undefined ? {} : { externalSecrets: { kafka: { secretArn: user.secretArn } } }),
        };
        this.grants =
            authentication === "iam"
                ? kafkaGrants(
                      cluster.arn,
                      args.topics.map((topic) => topic.name),
                      args.consumerGroupPrefix ?? "kaireon",
                  )
                : [];
        this.ports = [port];
        this.secretArns = user === undefined ? [] : [user.secretArn];
        this.secretKeyArns = user === undefined ? [] : [key.arn];
        this.ready = [group.rule, ...topics, ...(user === undefined ? [] : [user.association])];
        this.registerOutputs({ bootstrapBrokers: this.bootstrapBrokers });
    }
}

function diskMistake(kind: BrokerKind, disk: BrokerDisk | undefined): string | undefined {
    if (kind === "express" && disk !== undefined) return "Express brokers have no disk of yours. Leave disk out.";
    if (kind === "standard" && disk === undefined) return "Standard brokers need a disk. Give disk.";
    return undefined;
}

function createTopics(
    name: string,
    args: MskArgs & {
        readonly kind: BrokerKind;
        readonly replicationFactor: number;
        readonly clusterArn: pulumi.Input<string>;
    },
    child: pulumi.CustomResourceOptions,
): awsMsk.Topic[] {
    return args.topics.map(
        (topic) =>
            new awsMsk.Topic(
                `${name}-${topic.name}`,
                {
                    // The name is the platform's: publishers know no other.
                    name: topic.name,
                    clusterArn: args.clusterArn,
                    partitionCount: topic.partitions,
                    replicationFactor: args.replicationFactor,
                    configs: topicConfigs(args.retentionHours ?? 168, args.kind),
                },
                { ...child, protect: args.placement.protect, deleteBeforeReplace: true },
            ),
    );
}
