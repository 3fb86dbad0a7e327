import type { Input } from "@pulumi/pulumi";

/** A subnet and the zone that it lies in. */
export interface ZonedSubnet {
    /** Availability zone, such as `eu-west-1a`. */
    readonly zone: string;
    readonly id: Input<string>;
    /** IPv4 range, such as `10.64.0.0/19`. */
    readonly cidr: Input<string>;
}

/** Where the platform runs: a VPC of this program's or a given one. One subnet of each kind per zone, in the order of the zones. */
export interface NetworkPlacement {
    readonly vpcId: Input<string>;
    readonly vpcCidr: Input<string>;
    /** Internet-facing load balancer and NAT gateways. */
    readonly publicSubnets: readonly ZonedSubnet[];
    /** Nodes and pods; routed to the internet through NAT. */
    readonly privateSubnets: readonly ZonedSubnet[];
    /** Data stores; no route to the internet. */
    readonly dataSubnets: readonly ZonedSubnet[];
}
