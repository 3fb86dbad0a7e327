import type { PolicyCases } from "../../../test/policy/cases";
import { LOAD_BALANCER, withBalancer } from "./balancer.fixture";

const SUBNET = "aws:ec2/subnet:Subnet";
const RELEASE = "kubernetes:helm.sh/v3:Release";

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
            when: "two of three public subnets have lost their tag",
            change: (stack) => {
                for (const zone of ["a", "b"]) stack.unset(SUBNET, `network-public-eu-west-1${zone}`, "tags");
            },
            at: `${RELEASE} kaireon`,
            message: `kaireon (${RELEASE}): the controller finds subnets with the tag kubernetes.io/role/elb in eu-west-1c; they must lie in two zones at least. Tag one in each.`,
        },
    ],
    unknown: [
        {
            when: "the release's scheme is not known",
            change: (stack) => stack.setValueUnknown("ingress.scheme"),
            unchecked: "kaireon (kubernetes:helm.sh/v3:Release): values.ingress.scheme is not known before the update",
        },
    ],
};
