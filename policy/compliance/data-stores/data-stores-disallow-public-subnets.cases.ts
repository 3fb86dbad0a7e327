import type { PolicyCases } from "../../../test/policy/cases";

const GROUP = "aws:rds/subnetGroup:SubnetGroup";
const DOMAIN = "aws:opensearch/domain:Domain";
const ROUTE = "aws:ec2/route:Route";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the database's subnets get a route to the internet",
            change: (stack) =>
                stack
                    .remove("aws:elasticache/subnetGroup:SubnetGroup", "redis-subnets")
                    .setSources(DOMAIN, "search", "vpcOptions", ["search-access"])
                    .setSources("aws:msk/cluster:Cluster", "kafka", "brokerNodeGroupInfo", ["kafka-access"])
                    .add({
                        type: ROUTE,
                        name: "way-out",
                        props: { destinationCidrBlock: "0.0.0.0/0" },
                        from: { routeTableId: ["network-data"], gatewayId: ["network-internet"] },
                    }),
            at: `${GROUP} postgres-subnets`,
            message: `postgres-subnets (${GROUP}): subnetIds has network-data-eu-west-1a, network-data-eu-west-1b, network-data-eu-west-1c, which a route leads from to the internet gateway. Name private subnets.`,
        },
    ],
    absent: [
        {
            when: "a store names no subnets",
            passes: true,
            change: (stack) =>
                stack.unset(DOMAIN, "search", "vpcOptions").setSources(DOMAIN, "search", "vpcOptions", []),
        },
    ],
    unknown: [
        {
            when: "where a route goes is not known",
            change: (stack) => stack.setUnknown(ROUTE, "network-public-internet", "destinationCidrBlock"),
            unchecked: `network-public-internet (${ROUTE}): destinationCidrBlock is not known before the update`,
        },
    ],
};
