import { CannotTell } from "../graph/cannot-tell";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";

const TABLE = "aws:ec2/routeTable:RouteTable";
const ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
const ROUTE = "aws:ec2/route:Route";
const MAIN = "aws:ec2/mainRouteTableAssociation:MainRouteTableAssociation";

/** The route table of a subnet. @throws CannotTell when none of this stack is associated with it */
export function routeTableOf(subnet: StackResource, stack: Stack): StackResource {
    const [association] = stack.referringTo(subnet, ASSOCIATION, "subnetId");
    const from = association ?? stack.ofType(MAIN)[0];
    const [table] = from?.references("routeTableId", TABLE, stack.ofType(TABLE)) ?? [];
    if (table === undefined) throw new CannotTell(`${subnet.label}: its route table is not of this stack`, subnet.urn);
    return table;
}

/** Whether the table sends what is for nowhere else out of the network: through NAT, an internet or a transit gateway, an appliance. */
export function hasDefaultRoute(table: StackResource, stack: Stack): boolean {
    const routes = stack
        .referringTo(table, ROUTE, "routeTableId")
        .map(({ properties }) => properties.at("destinationCidrBlock"));
    const inline = table.gives("routes") ? table.properties.items("routes").map((route) => route.at("cidrBlock")) : [];
    return [...routes, ...inline].some((destination) => {
        if (destination.state === "unknown") throw destination.cannotTell();
        return destination.text() === "0.0.0.0/0";
    });
}
