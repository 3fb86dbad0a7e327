import type { PolicyCases } from "../../test/policy/cases";

const GROUP = "aws:eks/nodeGroup:NodeGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a zone has no group",
            change: (stack) => stack.remove(GROUP, "nodes-api-eu-west-1c"),
            also: {
                "node-groups-hold-maximum-replicas": "two zones cannot grow to the maximum when one of them is lost",
                "eks-node-groups-require-three-zones": "the nodes are in two zones",
            },
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.api.topologySpread.zone is DoNotSchedule, but its node groups nodes-api-eu-west-1a, nodes-api-eu-west-1b are in eu-west-1a, eu-west-1b only; it needs 3 zones. Build a group in each.",
        },
        {
            when: "one zone can grow less than the others",
            change: (stack) => stack.set(GROUP, "nodes-api-eu-west-1b", "scalingConfig.maxSize", 8),
            also: {
                "node-groups-hold-maximum-replicas": "the smaller zone cannot take its share when another is lost",
            },
            at: "aws:eks/nodeGroup:NodeGroup nodes-api-eu-west-1b",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.api.topologySpread.zone is DoNotSchedule, but nodes-api-eu-west-1b (aws:eks/nodeGroup:NodeGroup) has maxSize 8 of m7i.2xlarge and nodes-api-eu-west-1a (aws:eks/nodeGroup:NodeGroup) has maxSize 9 of m7i.2xlarge: the smallest zone limits all. Make them equal.",
        },
        {
            when: "a strict tier runs in a group over several zones",
            change: (stack) => stack.setValue("worker.topologySpread.zone", "DoNotSchedule"),
            at: "aws:eks/nodeGroup:NodeGroup nodes-worker-all",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.worker.topologySpread.zone is DoNotSchedule, but nodes-worker-all (aws:eks/nodeGroup:NodeGroup) spans eu-west-1a, eu-west-1b, eu-west-1c. Build one group in each zone.",
        },
    ],
    absent: [
        {
            when: "no tier says how it spreads",
            passes: true,
            change: (stack) => stack.unsetValue("api.topologySpread"),
        },
    ],
    unknown: [
        {
            when: "the zone of a subnet is not known",
            change: (stack) =>
                stack.setUnknown("aws:ec2/subnet:Subnet", "network-private-eu-west-1b", "availabilityZone"),
            unchecked:
                "network-private-eu-west-1b (aws:ec2/subnet:Subnet): availabilityZone is not known before the update",
        },
    ],
};
