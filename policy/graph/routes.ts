import { CannotTell } from "./cannot-tell";
import type { Stack } from "./stack";
import type { StackResource } from "./stack-resource";

export const ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";

export const ROUTE = "aws:ec2/route:Route";
export const ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
export const INTERNET_GATEWAY = "aws:ec2/internetGateway:InternetGateway";
const NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";

/** The route table of a subnet. @throws CannotTell when the stack associates none with it */
export function routeTableOf(subnet: StackResource, stack: Stack): StackResource {
    const [association] = stack.referringTo(subnet, ASSOCIATION, "subnetId");
    const [table] = association?.references("routeTableId", ROUTE_TABLE, stack.ofType(ROUTE_TABLE)) ?? [];
    if (table === undefined) throw new CannotTell(`${subnet.label}: its route table is not of this stack`, subnet.urn);
    return table;
}

/** Whether a table leads to an internet gateway: then everything in its subnets that has an address is on the internet. */
export function leadsToInternet(table: StackResource, stack: Stack): boolean {
    const inline = table.gives("routes") ? [{ resource: table, property: "routes" }] : [];
    const routes = stack
        .referringTo(table, ROUTE, "routeTableId")
        .map((resource) => ({ resource, property: "gatewayId" }));
    return [...inline, ...routes].some(
        ({ resource, property }) =>
            resource.gives(property) &&
            (resource.references(property, INTERNET_GATEWAY, stack.ofType(INTERNET_GATEWAY)).length > 0 ||
                /"igw-/.test(resource.properties.shown(property))),
    );
}

/** The NAT gateways that a table leads to. */
export function natGatewaysOf(table: StackResource, stack: Stack): readonly StackResource[] {
    const natGateways = stack.ofType(NAT_GATEWAY);
    const inline = table.gives("routes") ? table.references("routes", NAT_GATEWAY, natGateways) : [];
    const routes = stack
        .referringTo(table, ROUTE, "routeTableId")
        .filter((route) => route.gives("natGatewayId"))
        .flatMap((route) => route.references("natGatewayId", NAT_GATEWAY, natGateways));
    return [...inline, ...routes];
}
