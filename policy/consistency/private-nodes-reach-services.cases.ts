import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";

const ROUTE = "aws:ec2/route:Route";
const ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
const NODES = "aws:eks/nodeGroup:NodeGroup";
const ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";

/** The api's nodes of one zone alone lie in a subnet without a way out. */
const closed = (stack: StackFixture) =>
    stack
        .add({
            type: "aws:ec2/subnet:Subnet",
            name: "closed",
            props: {
                availabilityZone: "eu-west-1c",
                cidrBlock: "10.64.128.0/18",
                mapPublicIpOnLaunch: false,
                tags: {},
            },
            from: { vpcId: ["network"] },
        })
        .add({
            type: ASSOCIATION,
            name: "closed",
            props: {},
            from: { routeTableId: ["network-data"], subnetId: ["closed"] },
        })
        .setSources(NODES, "nodes-api-eu-west-1c", "subnetIds", ["closed"]);
const message = (missing: string) =>
    `closed (aws:ec2/subnet:Subnet): it has no route to 0.0.0.0/0, and the stack has no endpoint for ${missing}, ` +
    `which the nodes of nodes-api-eu-west-1c or pods of ${LABEL} call. Add a route to a NAT gateway, or those endpoints.`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "nodes have neither a way out nor the table's endpoint",
            change: (stack) => closed(stack).remove(ENDPOINT, "network-dynamodb"),
            also: { "ec2-vpc-require-gateway-endpoints": "the endpoint is wanted with a way out too" },
            at: "aws:ec2/subnet:Subnet closed",
            message: message("dynamodb"),
        },
    ],
    absent: [
        {
            when: "there is no endpoint at all, with a way out",
            change: (stack) => stack.removeAll(ENDPOINT),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "where a route goes is not known",
            change: (stack) => stack.setUnknown(ROUTE, "network-private-eu-west-1c-nat", "destinationCidrBlock"),
            unchecked: `network-private-eu-west-1c-nat (${ROUTE}): destinationCidrBlock is not known before the update`,
        },
    ],
    passes: [
        { when: "nodes have no way out, but all endpoints", change: closed },
        {
            when: "a hand-written program gives the table its routes inline",
            change: (stack) =>
                stack
                    .remove(ROUTE, "network-private-eu-west-1c-nat")
                    .set("aws:ec2/routeTable:RouteTable", "network-private-eu-west-1c", "routes", [
                        { cidrBlock: "0.0.0.0/0", transitGatewayId: "tgw-1" },
                    ]),
        },
    ],
};
