import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import type { NetworkPlacement, ZonedSubnet } from "./placement";

export interface Routes {
    /** What gives the private subnets their way out, in place once all of these are. */
    readonly private: readonly pulumi.Resource[];
    /** Route tables of the private and the data subnets: those that reach AWS through gateway endpoints. */
    readonly inside: readonly ec2.RouteTable[];
}

type Subnets = Pick<NetworkPlacement, "publicSubnets" | "privateSubnets" | "dataSubnets">;

/** Gateways, route tables and their associations. The data subnets' table gets no route: it reaches the VPC and nothing else. */
export function createRoutes(
    name: string,
    natGateways: "perZone" | "single",
    vpc: ec2.Vpc,
    subnets: Subnets,
    child: pulumi.CustomResourceOptions,
): Routes {
    const internet = new ec2.InternetGateway(`${name}-internet`, { vpcId: vpc.id, tags: { Name: name } }, child);
    const table = (role: string) =>
        new ec2.RouteTable(`${name}-${role}`, { vpcId: vpc.id, tags: { Name: `${name}-${role}` } }, child);

    const publicTable = table("public");
    const toInternet = new ec2.Route(
        `${name}-public-internet`,
        { routeTableId: publicTable.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: internet.id },
        child,
    );
    associate(name, "public", subnets.publicSubnets, () => publicTable, child);

    const zones = subnets.publicSubnets.map(({ zone }) => zone);
    const gateways = new Map<string, ec2.NatGateway>();
    for (const zone of natZones(zones, natGateways)) {
        const subnet = subnetOf(subnets.publicSubnets, zone);
        gateways.set(zone, createNatGateway(`${name}-nat-${zone}`, subnet, [internet, toInternet], child));
    }

    const privateTables = new Map(zones.map((zone) => [zone, table(`private-${zone}`)]));
    const toNat = zones.map(
        (zone) =>
            new ec2.Route(
                `${name}-private-${zone}-nat`,
                {
                    routeTableId: get(privateTables, zone).id,
                    destinationCidrBlock: "0.0.0.0/0",
                    natGatewayId: get(gateways, natZoneOf(zone, zones, natGateways)).id,
                },
                child,
            ),
    );
    const privately = associate(name, "private", subnets.privateSubnets, (zone) => get(privateTables, zone), child);

    const dataTable = table("data");
    associate(name, "data", subnets.dataSubnets, () => dataTable, child);

    return { private: [...toNat, ...privately], inside: [...privateTables.values(), dataTable] };
}

/** Zones that get a NAT gateway; `single` takes the first. */
export function natZones(zones: readonly string[], natGateways: "perZone" | "single"): readonly string[] {
    return natGateways === "single" ? zones.slice(0, 1) : zones;
}

/** Zone of the NAT gateway that serves the nodes of `zone`: its own wherever it has one, so that a lost zone costs no other. */
export function natZoneOf(zone: string, zones: readonly string[], natGateways: "perZone" | "single"): string {
    const withGateway = natZones(zones, natGateways);
    return withGateway.includes(zone) ? zone : (withGateway[0] ?? zone);
}

function createNatGateway(
    name: string,
    subnet: ZonedSubnet,
    dependsOn: readonly pulumi.Resource[],
    child: pulumi.CustomResourceOptions,
): ec2.NatGateway {
    // Before the VPC has an internet gateway AWS refuses both; while they exist it can't be detached.
    const ordered = { ...child, dependsOn: [...dependsOn] };
    const address = new ec2.Eip(name, { domain: "vpc", tags: { Name: name } }, ordered);
    return new ec2.NatGateway(name, { allocationId: address.id, subnetId: subnet.id, tags: { Name: name } }, ordered);
}

function associate(
    name: string,
    kind: string,
    subnets: readonly ZonedSubnet[],
    tableOf: (zone: string) => ec2.RouteTable,
    child: pulumi.CustomResourceOptions,
): ec2.RouteTableAssociation[] {
    return subnets.map(
        ({ zone, id }) =>
            new ec2.RouteTableAssociation(
                `${name}-${kind}-${zone}`,
                { subnetId: id, routeTableId: tableOf(zone).id },
                child,
            ),
    );
}

function subnetOf(subnets: readonly ZonedSubnet[], zone: string): ZonedSubnet {
    return get(new Map(subnets.map((subnet) => [subnet.zone, subnet])), zone);
}

function get<T>(byZone: ReadonlyMap<string, T>, zone: string): T {
    const found = byZone.get(zone);
    if (found === undefined) {
        throw new Error(`network: zone ${zone} has no subnet or gateway; every kind needs one subnet in each zone`);
    }
    return found;
}
