import type { NetworkPlacement, ZonedSubnet } from "./placement";

/** Subnets of a given VPC by zone. */
export type ExistingSubnets = Readonly<Record<string, { readonly id: string; readonly cidr: string }>>;

export interface ExistingVpcArgs {
    readonly vpcId: string;
    readonly vpcCidr: string;
    /** Availability zones of the stack, in its order. */
    readonly zones: readonly string[];
    readonly publicSubnets: ExistingSubnets;
    readonly privateSubnets: ExistingSubnets;
    readonly dataSubnets: ExistingSubnets;
}

/**
 * A VPC that somebody else owns. Nothing of it is read or changed: its routes, its endpoints and the load balancer tags of its subnets
 * (`kubernetes.io/role/elb` and `kubernetes.io/role/internal-elb`) are its owner's.
 *
 * @throws when a zone has no subnet of a kind
 */
export function existingNetwork(args: ExistingVpcArgs): NetworkPlacement {
    return {
        vpcId: args.vpcId,
        vpcCidr: args.vpcCidr,
        publicSubnets: inZones(args, "publicSubnets"),
        privateSubnets: inZones(args, "privateSubnets"),
        dataSubnets: inZones(args, "dataSubnets"),
    };
}

function inZones(args: ExistingVpcArgs, kind: "publicSubnets" | "privateSubnets" | "dataSubnets"): ZonedSubnet[] {
    return args.zones.map((zone) => {
        const subnet = args[kind][zone];
        if (subnet === undefined) {
            throw new Error(
                `network: ${kind} of ${args.vpcId} has none in ${zone}; one is needed in each of the stack's zones. ` +
                    `Add it under kaireon:network.existing.${kind}.`,
            );
        }
        return { zone, ...subnet };
    });
}
