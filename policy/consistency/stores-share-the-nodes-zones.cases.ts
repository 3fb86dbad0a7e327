import type { PolicyCases } from "../../test/policy/cases";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the cache has no subnet in one zone of the nodes",
            change: (stack) =>
                stack
                    .add({ type: "aws:ec2/subnet:Subnet", name: "lone", props: { availabilityZone: "eu-west-1a" } })
                    .setSources("aws:elasticache/subnetGroup:SubnetGroup", "redis-subnets", "subnetIds", ["lone"]),
            at: "aws:elasticache/subnetGroup:SubnetGroup redis-subnets",
            message:
                "redis-subnets (aws:elasticache/subnetGroup:SubnetGroup): subnetIds is in eu-west-1a, but nodes are in eu-west-1a, eu-west-1b, eu-west-1c too. Add a subnet in eu-west-1b, eu-west-1c.",
        },
    ],
    absent: [
        {
            when: "a store has no subnets of its own",
            passes: true,
            change: (stack) => stack.unset("aws:opensearch/domain:Domain", "search", "vpcOptions"),
        },
    ],
    unknown: [
        {
            when: "the cache's subnets are not of this stack",
            change: (stack) =>
                stack.setSources("aws:elasticache/subnetGroup:SubnetGroup", "redis-subnets", "subnetIds", [
                    "redis-key",
                ]),
            unchecked:
                "redis-subnets (aws:elasticache/subnetGroup:SubnetGroup): the subnets in subnetIds are not of this stack",
        },
    ],
};
