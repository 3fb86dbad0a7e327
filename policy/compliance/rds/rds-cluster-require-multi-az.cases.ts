import type { PolicyCases } from "../../../test/policy/cases";
import type { StackFixture } from "../../../test/policy/stack-fixture";

const CLUSTER = "aws:rds/cluster:Cluster";
const INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
const SUBNET = "aws:ec2/subnet:Subnet";

const inOneZone = (stack: StackFixture) => {
    for (const name of ["postgres-0", "postgres-1", "postgres-2"])
        stack.set(INSTANCE, name, "availabilityZone", "eu-west-1a");
};
const allInOne = {
    at: `${CLUSTER} postgres`,
    message: `postgres (${CLUSTER}): its 3 instances are all in eu-west-1a; they must be in at least 2 zones. Set availabilityZone of one to another zone.`,
};

export const cases: PolicyCases = {
    violations: [{ when: "all instances are in one zone", change: inOneZone, ...allInOne }],
    absent: [
        {
            when: "there are no readers",
            change: (stack) => stack.remove(INSTANCE, "postgres-1").remove(INSTANCE, "postgres-2"),
            at: `${CLUSTER} postgres`,
            message: `postgres (${CLUSTER}): it has 1 instances; it must have at least 2, in different zones. Add a reader.`,
            also: {
                "aurora-readers-match-overlay": "the release is told of readers",
                "rds-cluster-require-failover-target": "what there is not cannot take over",
            },
        },
        {
            when: "the zones are left to AWS",
            passes: true,
            change: (stack) => {
                for (const name of ["postgres-0", "postgres-1", "postgres-2"])
                    stack.unset(INSTANCE, name, "availabilityZone");
            },
        },
    ],
    unknown: [
        {
            when: "an instance's zone is not known",
            change: (stack) => stack.setUnknown(INSTANCE, "postgres-1", "availabilityZone"),
            unchecked: `postgres-1 (${INSTANCE}): availabilityZone is not known before the update`,
        },
        {
            when: "the zones are left to AWS and a subnet's is not known",
            change: (stack) =>
                stack
                    .unset(INSTANCE, "postgres-1", "availabilityZone")
                    .setUnknown(SUBNET, "network-data-eu-west-1a", "availabilityZone"),
            unchecked: `network-data-eu-west-1a (${SUBNET}): availabilityZone is not known before the update`,
        },
    ],
};
