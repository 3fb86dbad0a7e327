import { ASSOCIATION, INTERNET_GATEWAY, ROUTE, ROUTE_TABLE } from "./routes";
import type { Stack } from "./stack";
import type { StackResource } from "./stack-resource";
import type { View } from "./view";
import { SUBNET } from "./zones";

const ANYWHERE = ["0.0.0.0/0", "::/0"];

/**
 * The subnets of this stack whose route table sends what goes anywhere to an internet gateway.
 *
 * @throws CannotTell when a route's destination is not known
 */
export function publicSubnets(stack: Stack): ReadonlySet<StackResource> {
    const tables = new Set(stack.ofType(ROUTE_TABLE).filter((table) => isPublic(table, stack)));
    const subnets = stack
        .ofType(ASSOCIATION)
        .filter((association) =>
            association
                .references("routeTableId", ROUTE_TABLE, stack.ofType(ROUTE_TABLE))
                .some((table) => tables.has(table)),
        )
        .flatMap((association) => association.references("subnetId", SUBNET, stack.ofType(SUBNET)));
    return new Set(subnets);
}

function isPublic(table: StackResource, stack: Stack): boolean {
    const routes = stack.referringTo(table, ROUTE, "routeTableId");
    if (routes.some((route) => leadsOut(route, "gatewayId", stack) && goesAnywhere(route.properties, "destination")))
        return true;
    if (!table.gives("routes")) return false;
    return (
        leadsOut(table, "routes", stack) &&
        table.properties.items("routes").some((route) => route.at("gatewayId").exists && goesAnywhere(route, ""))
    );
}

function leadsOut(resource: StackResource, property: string, stack: Stack): boolean {
    return resource.references(property, INTERNET_GATEWAY, stack.ofType(INTERNET_GATEWAY)).length > 0;
}

function goesAnywhere(route: View, prefix: "destination" | ""): boolean {
    const keys = prefix === "" ? ["cidrBlock", "ipv6CidrBlock"] : ["destinationCidrBlock", "destinationIpv6CidrBlock"];
    return keys.some((key) => ANYWHERE.includes(route.text(key) ?? ""));
}
