import type { PolicyCases } from "../../../test/policy/cases";
import { LOAD_BALANCER, withBalancer } from "./balancer.fixture";

const SUBNET = "aws:ec2/subnet:Subnet";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a load balancer is in one zone",
            change: (stack) =>
                withBalancer(stack).setSources(LOAD_BALANCER, "balancer", "subnets", [
                    `${SUBNET} network-private-eu-west-1a`,
                ]),
            at: `${LOAD_BALANCER} balancer`,
            message: `balancer (${LOAD_BALANCER}): subnets lie in eu-west-1a; they must lie in two zones at least. Name a subnet in each.`,
        },
    ],
    absent: [
        {
            when: "no subnets are given, which AWS refuses by itself",
            passes: true,
            change: (stack) =>
                withBalancer(stack)
                    .unset(LOAD_BALANCER, "balancer", "subnets")
                    .setSources(LOAD_BALANCER, "balancer", "subnets", []),
        },
    ],
    unknown: [
        {
            when: "a subnet's zone is not known",
            change: (stack) => withBalancer(stack).setUnknown(SUBNET, "network-private-eu-west-1a", "availabilityZone"),
            unchecked: `network-private-eu-west-1a (${SUBNET}): availabilityZone is not known before the update`,
        },
    ],
};
