import { fields, type PropertyMap, text } from "../protocol/values";
import type { Instance, Refusal, Rows } from "../resources/row";
import { arn, uuid } from "./arn";

function of(instance: Instance, input: string): string {
    return text(instance.inputs[input]);
}

/** The port of each way to reach a broker from inside the VPC. */
const PORTS = {
    bootstrapBrokers: 9092,
    bootstrapBrokersTls: 9094,
    bootstrapBrokersSaslScram: 9096,
    bootstrapBrokersSaslIam: 9098,
};

export const msk: Rows = {
    "aws:msk/cluster:Cluster": {
        creates: "kafka:CreateCluster",
        id: (instance) => arn(instance, "kafka", `cluster/${of(instance, "clusterName")}/${uuid(instance)}-2`),
        outputs: clusterOutputs,
        replaceOn: [
            "clusterName",
            "brokerNodeGroupInfo.azDistribution",
            "brokerNodeGroupInfo.clientSubnets",
            "brokerNodeGroupInfo.securityGroups",
            "encryptionInfo.encryptionAtRestKmsKeyArn",
            "encryptionInfo.encryptionInTransit.inCluster",
        ],
        replaceWhen: {
            kafkaVersion: (old, now) => text(now).localeCompare(text(old), undefined, { numeric: true }) < 0,
        },
        // Every change of a cluster gives it another version, which the next change has to name.
        recompute: ["currentVersion", ...Object.keys(PORTS)],
        autoName: { property: "clusterName" },
        refuse: refuseCluster,
        refuseUpdate: refuseOtherBrokers,
    },
    "aws:msk/configuration:Configuration": {
        creates: "kafka:CreateConfiguration",
        id: (instance) => arn(instance, "kafka", `configuration/${of(instance, "name")}/${uuid(instance)}-2`),
        outputs: (instance) => ({
            arn: instance.id,
            latestRevision: Number(instance.old?.["latestRevision"] ?? 0) + 1,
        }),
        replaceOn: ["name", "kafkaVersions"],
        recompute: ["latestRevision"],
    },
    "aws:msk/topic:Topic": {
        creates: "kafka:CreateTopic",
        id: (instance) => `${of(instance, "clusterArn")},${of(instance, "name")}`,
        outputs: (instance) => ({
            arn: `${of(instance, "clusterArn").replace(":cluster/", ":topic/")}/${of(instance, "name")}`,
            configsActual: of(instance, "configs") || "{}",
        }),
        replaceOn: ["clusterArn", "name", "replicationFactor"],
        recompute: ["configsActual"],
    },
    "aws:msk/clusterPolicy:ClusterPolicy": {
        creates: "kafka:PutClusterPolicy",
        id: (instance) => of(instance, "clusterArn"),
        outputs: () => ({ currentVersion: "K1" }),
        replaceOn: ["clusterArn"],
    },
    "aws:msk/scramSecretAssociation:ScramSecretAssociation": {
        creates: "kafka:BatchAssociateScramSecret",
        id: (instance) => of(instance, "clusterArn"),
        replaceOn: ["clusterArn"],
    },
    "aws:msk/singleScramSecretAssociation:SingleScramSecretAssociation": {
        creates: "kafka:BatchAssociateScramSecret",
        id: (instance) => `${of(instance, "clusterArn")},${of(instance, "secretArn")}`,
        replaceOn: ["clusterArn", "secretArn"],
    },
};

function instanceType(cluster: PropertyMap): string {
    return text(fields(cluster["brokerNodeGroupInfo"])["instanceType"]);
}

function isExpress(cluster: PropertyMap): boolean {
    return instanceType(cluster).startsWith("express.");
}

function refuseCluster(inputs: PropertyMap): Refusal | undefined {
    const name = text(inputs["clusterName"]);
    if (name.length > 64) {
        const problem = `clusterName is "${name}"; MSK allows at most 64 characters. Shorten it.`;
        return { property: "clusterName", problem };
    }
    if (isExpress(inputs) && (fields(inputs["brokerNodeGroupInfo"])["storageInfo"] ?? null) !== null) {
        return {
            property: "brokerNodeGroupInfo",
            problem: "the storageInfo parameter is not supported for Express instance types. Remove it.",
        };
    }
    return undefined;
}

/** https://docs.aws.amazon.com/msk/latest/developerguide/broker-instance-types.html */
function refuseOtherBrokers(state: PropertyMap, inputs: PropertyMap): string | undefined {
    if (isExpress(state) === isExpress(inputs)) return undefined;
    return `operation error Kafka: UpdateBrokerType: ${instanceType(state)} cannot become ${instanceType(inputs)}: a cluster of Standard brokers never becomes one of Express brokers, nor the other way round. Make a new cluster.`;
}

function clusterOutputs(instance: Instance): PropertyMap {
    const name = of(instance, "clusterName");
    const brokers = Number(instance.inputs["numberOfBrokerNodes"] ?? 0);
    const domain = `${name.toLowerCase()}.${instance.hex(6, "host")}.c2.kafka.${instance.region}.amazonaws.com`;
    const authentication = fields(instance.inputs["clientAuthentication"]);
    const sasl = fields(authentication["sasl"]);
    const transit =
        text(fields(fields(instance.inputs["encryptionInfo"])["encryptionInTransit"])["clientBroker"]) || "TLS";
    const open: Record<keyof typeof PORTS, boolean> = {
        bootstrapBrokers: transit !== "TLS",
        bootstrapBrokersTls: transit !== "PLAINTEXT" && sasl["iam"] !== true && sasl["scram"] !== true,
        bootstrapBrokersSaslScram: sasl["scram"] === true,
        bootstrapBrokersSaslIam: sasl["iam"] === true,
    };
    // AWS names three brokers of however many there are; clients learn the others from them.
    const list = (port: number) =>
        Array.from({ length: Math.min(brokers, 3) }, (_, index) => `b-${index + 1}.${domain}:${port}`).join(",");
    return {
        arn: instance.id,
        clusterUuid: uuid(instance),
        currentVersion: `K${instance.hex(13, "version").toUpperCase()}`,
        storageMode: "LOCAL",
        ...Object.fromEntries(
            Object.entries(PORTS).map(([output, port]) => [
                output,
                open[output as keyof typeof PORTS] ? list(port) : "",
            ]),
        ),
    };
}
