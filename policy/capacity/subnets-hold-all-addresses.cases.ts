import type { PolicyCases } from "../../test/policy/cases";

const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const SUBNET = "aws:ec2/subnet:Subnet";
const GROUP = "aws:eks/nodeGroup:NodeGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a zone's subnet for pods is small",
            change: (stack) => stack.set(SUBNET, "network-private-eu-west-1a", "cidrBlock", "10.64.0.0/23"),
            at: `${SUBNET} network-private-eu-west-1a`,
            message:
                `network-private-eu-west-1a (${SUBNET}): cidrBlock 10.64.0.0/23 has 507 addresses, but ${LABEL} at the maximum may need 1696 ` +
                "(11 nodes of nodes-api-eu-west-1a with 3 pods each 528; 3 nodes of nodes-general-all with 33 pods each 240; " +
                "8 nodes of nodes-worker-all with 3 pods each 384; 3 nodes of nodes-ml-all with 7 pods each 144; endpoints, the control plane 400). " +
                "Take a /21 or larger, or lower the maximum replicas.",
        },
        {
            when: "a subnet for stores is tiny",
            change: (stack) => stack.set(SUBNET, "network-data-eu-west-1a", "cidrBlock", "10.64.192.0/28"),
            at: `${SUBNET} network-data-eu-west-1a`,
            message:
                `network-data-eu-west-1a (${SUBNET}): cidrBlock 10.64.192.0/28 has 11 addresses, but ${LABEL} at the maximum may need 15 ` +
                "(the database, the cache, search, brokers 15). Take a /27 or larger, or lower the maximum replicas.",
        },
    ],
    absent: [
        {
            when: "the subnet takes its range from a pool",
            change: (stack) => stack.unset(SUBNET, "network-private-eu-west-1a", "cidrBlock"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "a range is not known",
            change: (stack) => stack.setUnknown(SUBNET, "network-private-eu-west-1a", "cidrBlock"),
            unchecked: `network-private-eu-west-1a (${SUBNET}): cidrBlock is not known before the update`,
        },
        {
            when: "the nodes are not of this stack",
            change: (stack) => stack.removeAll(GROUP),
            unchecked: "the stack has no node groups: the release goes to nodes of another",
        },
        {
            when: "the maximum of the api is not known",
            change: (stack) => stack.setValueUnknown("api.autoscaling.maxReplicas"),
            unchecked: `${LABEL}: values.api.autoscaling.maxReplicas is not known before the update`,
        },
    ],
};
