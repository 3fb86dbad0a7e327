import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";

const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const NAME = "network-autoscaling";
const GRANT = "aws:iam/rolePolicy:RolePolicy";
const OF_LARGE = { "roles-match-selected-backends": "the roles of large are for the stores of large" };

/** Interactions go to Keyspaces, and an endpoint of large is the one for it. */
const selected = (stack: StackFixture) => {
    for (const tier of ["api", "worker"])
        allow(stack, tier, ["ec2:DescribeNetworkInterfaces", "ec2:DescribeVpcEndpoints"]);
    return stack
        .setValue("interactionStore.backend", "cassandra")
        .setValue("config.INTERACTION_STORE", "cassandra")
        .setValue("keyspaces", { enabled: true, region: "eu-west-1", keyspace: "kaireon", table: "interactions" })
        .set(ENDPOINT, NAME, "serviceName", "com.amazonaws.eu-west-1.cassandra")
        .add({
            type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
            name: "network-endpoints-cassandra",
            props: {
                description: "Nodes to Keyspaces",
                fromPort: 9142,
                toPort: 9142,
                ipProtocol: "tcp",
                referencedSecurityGroupId: "sg",
            },
            from: { securityGroupId: ["network-endpoints"], referencedSecurityGroupId: ["node-access"] },
        });
};
const allow = (stack: StackFixture, tier: string, actions: readonly string[]) =>
    stack.set(GRANT, `tiers-${tier}-policy`, "policy", {
        Version: "2012-10-17",
        Statement: [{ Effect: "Allow", Action: actions, Resource: "*" }],
    });

export const cases: PolicyCases = {
    violations: [
        {
            when: "a role may not look the endpoint up",
            change: (stack) => allow(selected(stack), "worker", ["ec2:DescribeNetworkInterfaces"]),
            at: "aws:iam/role:Role tier-roles-worker",
            message: `tier-roles-worker (aws:iam/role:Role): it may not ec2:DescribeVpcEndpoints, but values.worker connects to Keyspaces through ${NAME} (${ENDPOINT}). Allow it.`,
            also: OF_LARGE,
        },
        {
            when: "the endpoint lacks a zone",
            change: (stack) =>
                selected(stack)
                    .set("aws:ec2/subnet:Subnet", "network-private-eu-west-1a", "id", "subnet-a")
                    .set("aws:ec2/subnet:Subnet", "network-private-eu-west-1b", "id", "subnet-b")
                    .set(ENDPOINT, NAME, "subnetIds", ["subnet-a", "subnet-b"])
                    .setSources(ENDPOINT, NAME, "subnetIds", []),
            at: `${ENDPOINT} ${NAME}`,
            message: `${NAME} (${ENDPOINT}): its subnets are in eu-west-1a, eu-west-1b, but nodes of kaireon (kubernetes:helm.sh/v3:Release) are in eu-west-1c too. Add a subnet there.`,
            also: OF_LARGE,
        },
    ],
    absent: [
        {
            when: "there is no endpoint",
            change: (stack) => selected(stack).remove(ENDPOINT, NAME),
            passes: true,
        },
        { when: "interactions are elsewhere", change: (stack) => stack.unsetValue("interactionStore"), passes: true },
    ],
    unknown: [
        {
            when: "the worker's permissions are not known",
            change: (stack) => selected(stack).setUnknown(GRANT, "tiers-worker-policy", "policy"),
            unchecked: `tiers-worker-policy (${GRANT}): policy is not known before the update`,
        },
    ],
    passes: [{ when: "roles and zones fit", change: (stack) => selected(stack) }],
};
