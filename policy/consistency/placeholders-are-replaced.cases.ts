import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const CLUSTER = "aws:eks/cluster:Cluster";
const ENTRY = "aws:eks/accessEntry:AccessEntry";

/** The network's owner shows that the run acts in somebody's account. */
const real = (stack: StackFixture) => stack.set("aws:ec2/vpc:Vpc", "network", "ownerId", "210987654321");

/** Nothing is an example but what a case makes one. */
const replaced = (stack: StackFixture) =>
    real(stack)
        .setValue("ingress.host", "decisions.acme.io")
        .setValue("ingress.certificateArn", "arn:aws:acm:eu-west-1:210987654321:certificate/6f1b")
        .setValue("image.registry", "210987654321.dkr.ecr.eu-west-1.amazonaws.com")
        .set(CLUSTER, "cluster-eksCluster", "vpcConfig.publicAccessCidrs", ["198.18.4.0/24"])
        .set(ENTRY, undefined, "principalArn", "arn:aws:iam::210987654321:role/platform-admin");

const LEFT = [
    "values.ingress.host is kaireon.example.com",
    "values.ingress.certificateArn is arn:aws:acm:eu-west-1:123456789012:certificate/00000000-0000-0000-0000-000000000000",
    "values.image.registry is 123456789012.dkr.ecr.eu-west-1.amazonaws.com",
    "cluster-eksCluster: vpcConfig.publicAccessCidrs.0 is 203.0.113.0/24",
    "cluster-123456789012-role-platform-admin: principalArn is arn:aws:iam::123456789012:role/platform-admin",
].join("; ");
const IN_LARGE = `${LABEL}: examples are left (${LEFT}), which a real run is refused for; this one acts in account 123456789012, which is nobody's`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "the committed stack file is run in a real account",
            change: real,
            at: RELEASE,
            message: `${LABEL}: examples are left: ${LEFT}. Put your own values in their place.`,
        },
        {
            when: "the host alone is an example",
            change: (stack) => replaced(stack).setValue("ingress.host", "kaireon.example.org"),
            at: RELEASE,
            message: `${LABEL}: examples are left: values.ingress.host is kaireon.example.org. Put your own values in their place.`,
            also: { "regions-agree": "the roles of large name the account of examples, and here the values another" },
        },
    ],
    absent: [
        {
            when: "neither host nor registry are given",
            change: (stack) => replaced(stack).unsetValue("ingress").unsetValue("image"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "it acts in the account of examples and one of them is left",
            change: (stack) =>
                replaced(stack)
                    .set("aws:ec2/vpc:Vpc", "network", "ownerId", "123456789012")
                    .setValue("ingress.host", "kaireon.example.org"),
            unchecked:
                `${LABEL}: examples are left (values.ingress.host is kaireon.example.org), which a real run is refused for; ` +
                "this one acts in account 123456789012, which is nobody's",
        },
    ],
    uncheckedInLarge: [IN_LARGE],
    passes: [
        { when: "everything is somebody's", change: replaced },
        {
            when: "a name only looks like an example",
            change: (stack) => replaced(stack).setValue("ingress.host", "myexample.com"),
        },
    ],
};
