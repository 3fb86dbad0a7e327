import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const SUBNET = "aws:ec2/subnet:Subnet";
const TAG = "kubernetes.io/role/elb";

const untagged = (stack: StackFixture, ...zones: readonly string[]) => {
    for (const zone of zones) stack.unset(SUBNET, `network-public-${zone}`, ["tags", TAG]);
    return stack;
};

export const cases: PolicyCases = {
    violations: [
        {
            when: "one zone alone is tagged",
            change: (stack) => untagged(stack, "eu-west-1a", "eu-west-1b"),
            at: RELEASE,
            message:
                `${LABEL}: values.ingress.scheme is internet-facing, but only subnets in eu-west-1c of the stack carry the tag ${TAG} "1"; it needs two zones. ` +
                "Tag the public subnets, or set the scheme to what is tagged.",
        },
    ],
    absent: [
        {
            when: "no subnet has tags",
            change: (stack) => {
                for (const zone of ["eu-west-1a", "eu-west-1b", "eu-west-1c"])
                    stack
                        .unset(SUBNET, `network-private-${zone}`, "tags")
                        .unset(SUBNET, `network-private-${zone}`, "tagsAll");
                stack.unsetValue("ingress.scheme");
            },
            at: RELEASE,
            message:
                `${LABEL}: values.ingress.scheme is not set, which means internal, but no subnet of the stack carries the tag kubernetes.io/role/internal-elb "1"; ` +
                "it needs two zones. Tag the private subnets, or set the scheme to what is tagged.",
        },
        {
            when: "there is no ingress",
            change: (stack) => untagged(stack, "eu-west-1a", "eu-west-1b").unsetValue("ingress"),
            passes: true,
        },
        { when: "the network is another stack's", change: (stack) => stack.removeAll(SUBNET), passes: true },
    ],
    unknown: [
        {
            when: "the scheme is not known",
            change: (stack) => stack.setValueUnknown("ingress.scheme"),
            unchecked: `${LABEL}: values.ingress.scheme is not known before the update`,
        },
        {
            when: "a subnet's tags are not known",
            change: (stack) => stack.setUnknown(SUBNET, "network-public-eu-west-1a", "tags"),
            unchecked: `network-public-eu-west-1a (${SUBNET}): tags.${TAG} is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the annotation lists subnets",
            change: (stack) =>
                untagged(stack, "eu-west-1a", "eu-west-1b").setValue(
                    ["ingress", "annotations", "alb.ingress.kubernetes.io/subnets"],
                    "subnet-1,subnet-2",
                ),
        },
        {
            when: "another controller serves the ingress",
            change: (stack) => untagged(stack, "eu-west-1a", "eu-west-1b").setValue("ingress.className", "nginx"),
        },
    ],
};
