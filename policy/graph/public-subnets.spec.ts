import assert from "node:assert/strict";
import { publicSubnets } from "./public-subnets";
import { type NodeFixture, stackOf } from "./stack.fixture";
import { UNKNOWNS } from "./unknown";

const network = (table: Partial<NodeFixture>, ...routes: readonly NodeFixture[]) =>
    stackOf(
        { type: "aws:ec2/internetGateway:InternetGateway", name: "internet" },
        { type: "aws:ec2/natGateway:NatGateway", name: "nat" },
        { type: "aws:ec2/subnet:Subnet", name: "subnet" },
        { type: "aws:ec2/subnet:Subnet", name: "other" },
        { type: "aws:ec2/routeTable:RouteTable", name: "table", ...table },
        ...routes,
        {
            type: "aws:ec2/routeTableAssociation:RouteTableAssociation",
            name: "association",
            from: { routeTableId: ["table"], subnetId: ["subnet"] },
        },
    );
const route = (props: Record<string, unknown>, gateway: Record<string, string[]>): NodeFixture => ({
    type: "aws:ec2/route:Route",
    name: "route",
    props,
    from: { routeTableId: ["table"], ...gateway },
});
const names = (...parts: Parameters<typeof network>) => [...publicSubnets(network(...parts))].map(({ name }) => name);

describe("public subnets", () => {
    it("have a route for anything to the internet gateway", () => {
        assert.deepEqual(names({}, route({ destinationCidrBlock: "0.0.0.0/0" }, { gatewayId: ["internet"] })), [
            "subnet",
        ]);
        assert.deepEqual(names({}, route({ destinationIpv6CidrBlock: "::/0" }, { gatewayId: ["internet"] })), [
            "subnet",
        ]);
    });

    it("may have that route inside their table", () => {
        const routes = [{ cidrBlock: "0.0.0.0/0", gatewayId: UNKNOWNS.string }];
        assert.deepEqual(names({ props: { routes }, from: { routes: ["internet"] } }), ["subnet"]);
    });

    it("are not those that leave through a NAT gateway, or for some addresses alone", () => {
        assert.deepEqual(names({}, route({ destinationCidrBlock: "0.0.0.0/0" }, { natGatewayId: ["nat"] })), []);
        assert.deepEqual(names({}, route({ destinationCidrBlock: "192.0.2.0/24" }, { gatewayId: ["internet"] })), []);
        assert.deepEqual(names({ props: { routes: UNKNOWNS.string } }), []);
    });

    it("cannot be told when a destination is not known", () => {
        const unknown = route({ destinationCidrBlock: UNKNOWNS.string }, { gatewayId: ["internet"] });
        assert.throws(() => names({}, unknown), /destinationCidrBlock is not known before the update/);
    });
});
