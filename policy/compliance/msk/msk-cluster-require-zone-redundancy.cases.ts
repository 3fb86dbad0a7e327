import type { PolicyCases } from "../../../test/policy/cases";
import { CLUSTER, CONFIGURATION } from "./broker-settings";

const SUBNET = "aws:ec2/subnet:Subnet";
const at = `${CLUSTER} kafka`;
const NEEDED = "default.replication.factor=3, min.insync.replicas=2 and unclean.leader.election.enable=false";

export const cases: PolicyCases = {
    violations: [
        {
            when: "one copy is enough to acknowledge",
            change: (stack) =>
                stack.set(
                    CONFIGURATION,
                    undefined,
                    "serverProperties",
                    "default.replication.factor=3\nmin.insync.replicas=1\nunclean.leader.election.enable=false\nauto.create.topics.enable=false\n",
                ),
            at,
            message: `kafka (${CLUSTER}): its configuration has min.insync.replicas=1; it must have ${NEEDED}. Set them in serverProperties.`,
        },
        {
            when: "a zone has a broker more",
            change: (stack) => stack.set(CLUSTER, "kafka", "numberOfBrokerNodes", 4),
            at,
            message: `kafka (${CLUSTER}): numberOfBrokerNodes is 4; it must be a multiple of its 3 zones. Set it to 6.`,
        },
        {
            when: "the brokers are in one zone",
            change: (stack) =>
                stack.setSources(CLUSTER, "kafka", "brokerNodeGroupInfo", [
                    `${SUBNET} network-data-eu-west-1b`,
                    "kafka-access",
                ]),
            at,
            message: `kafka (${CLUSTER}): its brokers are in eu-west-1b; they must be in 3 zones. Set brokerNodeGroupInfo.clientSubnets to a subnet of each.`,
            also: { "stores-share-the-nodes-zones": "nodes are in the zones that have no broker" },
        },
    ],
    absent: [
        {
            when: "the brokers have no configuration",
            change: (stack) => stack.unset(CLUSTER, "kafka", "configurationInfo"),
            at,
            message: `kafka (${CLUSTER}): its configuration has default.replication.factor not set, min.insync.replicas not set, unclean.leader.election.enable not set; it must have ${NEEDED}. Set them in serverProperties.`,
        },
    ],
    unknown: [
        {
            when: "the settings are not known",
            change: (stack) => stack.setUnknown(CONFIGURATION, undefined, "serverProperties"),
            unchecked: `kafka-configuration (${CONFIGURATION}): serverProperties is not known before the update`,
        },
        {
            when: "the configuration is of another stack",
            change: (stack) => stack.setSources(CLUSTER, "kafka", "configurationInfo", ["kafka-key"]),
            unchecked: `kafka (${CLUSTER}): the configuration in configurationInfo is not of this stack`,
        },
        {
            when: "a subnet's zone is not known",
            change: (stack) => stack.setUnknown(SUBNET, "network-data-eu-west-1a", "availabilityZone"),
            unchecked: `network-data-eu-west-1a (${SUBNET}): availabilityZone is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the brokers are Express brokers, whose settings MSK fixes",
            change: (stack) =>
                stack
                    .set(CLUSTER, "kafka", "brokerNodeGroupInfo.instanceType", "express.m7g.large")
                    .set(CONFIGURATION, undefined, "serverProperties", "auto.create.topics.enable=false\n"),
        },
    ],
};
