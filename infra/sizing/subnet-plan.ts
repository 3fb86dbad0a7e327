import { type SubnetNeed, usableAddresses } from "./addresses";
import { type Cidr, formatCidr, parseCidr, subrange } from "./cidr";

/** The range of one subnet. */
export interface SubnetRange {
    readonly zone: string;
    /** Such as `10.64.0.0/18`. */
    readonly cidr: string;
}

/** The subnets of a VPC, one of each kind per zone, in the order of the zones given. */
export interface SubnetPlan {
    readonly public: readonly SubnetRange[];
    readonly private: readonly SubnetRange[];
    readonly data: readonly SubnetRange[];
}

/** A kind of subnet that the VPC's range leaves too small. */
export interface SubnetShortage {
    readonly kind: keyof SubnetNeed;
    readonly need: number;
    readonly usable: number;
}

/** How much longer than the VPC's a kind's prefix is, and where in the VPC the kind starts, in subnets of its own size. */
const LAYOUT = {
    private: { longer: 2, start: 0 },
    data: { longer: 4, start: 12 },
    public: { longer: 6, start: 60 },
} as const;
const KINDS = ["public", "private", "data"] as const;
/** Sizes that AWS allows for a VPC and for a subnet. */
const LARGEST_VPC = 16;
const SMALLEST_SUBNET = 28;

/**
 * Divides a VPC among three zones: a quarter each for the nodes and pods of a zone, and of the last quarter a quarter each for the
 * zones' data subnets and a sixteenth each for the public ones; a sixty-fourth of the VPC stays free.
 *
 * The ranges follow from the VPC's range and the set of zones alone, never from what the platform needs: a subnet's range cannot be
 * changed in place, and a plan that moved with the number of pods would replace every subnet, and all that lives in them, when
 * an autoscaler's maximum is raised. What the platform needs is checked against the plan (`subnetShortages`).
 *
 * @param cidr range of the VPC, such as `10.64.0.0/16`
 * @param zones three zone names, in any order: a zone's ranges follow from its place in the alphabet
 */
export function subnetPlan(cidr: string, zones: readonly string[]): SubnetPlan {
    const vpc = parseCidr(cidr);
    if (vpc === undefined) throw new Error(`${cidr} is not the range of a VPC`);
    if (zones.length !== 3) throw new Error(`${zones.length} zones; the plan divides a VPC among three`);
    return {
        public: rangesOf(vpc, zones, "public"),
        private: rangesOf(vpc, zones, "private"),
        data: rangesOf(vpc, zones, "data"),
    };
}

function rangesOf(vpc: Cidr, zones: readonly string[], kind: keyof typeof LAYOUT): readonly SubnetRange[] {
    const { longer, start } = LAYOUT[kind];
    const sorted = [...zones].sort();
    return zones.map((zone) => ({
        zone,
        cidr: formatCidr(subrange(vpc, vpc.prefixLength + longer, start + sorted.indexOf(zone))),
    }));
}

/** The kinds of subnet that a VPC with a prefix of this length leaves too small; empty when it is large enough. */
export function subnetShortages(vpcPrefixLength: number, need: SubnetNeed): readonly SubnetShortage[] {
    return KINDS.map((kind) => ({
        kind,
        need: need[kind],
        usable: subnetAddresses(vpcPrefixLength + LAYOUT[kind].longer),
    })).filter(({ need, usable }) => usable < need);
}

/** The longest prefix (the smallest VPC) that has room for the need; `undefined` when not even the largest VPC of AWS has. */
export function smallestVpcPrefix(need: SubnetNeed): number | undefined {
    for (let length = SMALLEST_SUBNET; length >= LARGEST_VPC; length -= 1) {
        if (subnetShortages(length, need).length === 0) return length;
    }
    return undefined;
}

function subnetAddresses(prefixLength: number): number {
    return prefixLength > SMALLEST_SUBNET ? 0 : usableAddresses(prefixLength);
}
