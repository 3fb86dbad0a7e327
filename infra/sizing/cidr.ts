import * as ipaddr from "ipaddr.js";

/** A range of IPv4 addresses. */
export interface Cidr {
    /** The first address, as a number. */
    readonly first: number;
    readonly prefixLength: number;
}

/** Parses `10.64.0.0/16`; `undefined` unless it is an IPv4 range whose address is its first one. */
export function parseCidr(text: string): Cidr | undefined {
    if (!ipaddr.IPv4.isValidCIDRFourPartDecimal(text)) return undefined;
    const [address, prefixLength] = ipaddr.IPv4.parseCIDR(text);
    const first = toNumber(address);
    return first % sizeOf(prefixLength) === 0 ? { first, prefixLength } : undefined;
}

export function formatCidr({ first, prefixLength }: Cidr): string {
    const octets = [24, 16, 8, 0].map((bits) => Math.floor(first / 2 ** bits) % 256);
    return `${octets.join(".")}/${prefixLength}`;
}

/** The `index`-th of the ranges of length `prefixLength` that a range divides into. */
export function subrange(range: Cidr, prefixLength: number, index: number): Cidr {
    return { first: range.first + index * sizeOf(prefixLength), prefixLength };
}

export function overlaps(one: Cidr, other: Cidr): boolean {
    return one.first < other.first + sizeOf(other.prefixLength) && other.first < one.first + sizeOf(one.prefixLength);
}

export function contains(outer: Cidr, inner: Cidr): boolean {
    return outer.prefixLength <= inner.prefixLength && overlaps(outer, inner);
}

/** Whether the range lies in the addresses that RFC 1918 and RFC 6598 set aside for private networks. */
export function isPrivate(range: Cidr): boolean {
    return PRIVATE_RANGES.some((outer) => contains(outer, range));
}

const PRIVATE_RANGES: readonly Cidr[] = [
    { first: 10 * 2 ** 24, prefixLength: 8 },
    { first: 172 * 2 ** 24 + 16 * 2 ** 16, prefixLength: 12 },
    { first: 192 * 2 ** 24 + 168 * 2 ** 16, prefixLength: 16 },
    { first: 100 * 2 ** 24 + 64 * 2 ** 16, prefixLength: 10 },
];

function sizeOf(prefixLength: number): number {
    return 2 ** (32 - prefixLength);
}

function toNumber(address: ipaddr.IPv4): number {
    return address.octets.reduce((sum, octet) => sum * 256 + octet, 0);
}
