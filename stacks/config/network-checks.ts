import { usableAddresses } from "../../infra/sizing/addresses";
import { contains, overlaps, parseCidr } from "../../infra/sizing/cidr";
import type { PlatformSize } from "../../infra/sizing/platform";
import { smallestVpcPrefix, subnetShortages } from "../../infra/sizing/subnet-plan";
import { oneOf, problem } from "./problem";
import type { StackSettings } from "./schema";

/** What the schema cannot see of `kaireon:zones`. */
export function zoneProblems(zones: unknown, region: string): readonly string[] {
    if (!Array.isArray(zones)) return [];
    const foreign = zones.flatMap((zone, index) =>
        new RegExp(`^${region}[a-z]$`).test(String(zone))
            ? []
            : [
                  problem(
                      `kaireon:zones[${index}]`,
                      zone,
                      `it is no zone of ${region}`,
                      `Name zones of aws:region, such as ${region}a`,
                  ),
              ],
    );
    if (zones.length === 3 && new Set(zones).size === 3) return foreign;
    const rule = "the platform spreads over exactly three different zones";
    return [...foreign, problem("kaireon:zones", zones, rule, `Name three zones of ${region}`)];
}

/** Whether everything finds its addresses, and who may come in. */
export function networkProblems(settings: StackSettings, region: string, size: PlatformSize): readonly string[] {
    const { network, cluster, ingress } = settings;
    return [
        ...(network.existing ? existingVpcProblems(settings, size) : vpcSizeProblems(network.cidr, size)),
        ...cluster.publicAccessCidrs.flatMap((range, index) => openEndpointProblems(range, index)),
        ...certificateProblems(ingress.certificateArn, region),
    ];
}

/** A given VPC makes the settings of a new one meaningless; seen before defaults hide which of them were set. */
export function givenVpcProblems(settings: Readonly<Record<string, unknown>>): readonly string[] {
    const network = settings["network"];
    if (typeof network !== "object" || network === null || !("existing" in network)) return [];
    return ["cidr", "natGateways", "interfaceEndpoints", "flowLogRetentionDays"]
        .filter((key) => key in network)
        .map((key) =>
            problem(
                `kaireon:network.${key}`,
                Reflect.get(network, key),
                "the given VPC is used as it is",
                `Remove kaireon:network.${key} or kaireon:network.existing`,
            ),
        );
}

function vpcSizeProblems(cidr: string, size: PlatformSize): readonly string[] {
    const vpc = parseCidr(cidr);
    const smallest = smallestVpcPrefix(size.subnets);
    if (vpc === undefined) return [];
    const [short] = subnetShortages(vpc.prefixLength, size.subnets);
    if (short === undefined) return [];
    return [
        problem(
            "kaireon:network.cidr",
            cidr,
            `each of its ${short.kind} subnets has ${short.usable} addresses and may need ${short.need} at the chart's maximum`,
            smallest === undefined
                ? "Lower the maximum replicas in kaireon:values: the largest VPC is too small"
                : `Take a /${smallest} or larger`,
        ),
    ];
}

const SUBNET_KINDS = [
    { setting: "publicSubnets", kind: "public" },
    { setting: "privateSubnets", kind: "private" },
    { setting: "dataSubnets", kind: "data" },
] as const;

function existingVpcProblems({ network, zones }: StackSettings, size: PlatformSize): readonly string[] {
    const { existing } = network;
    const vpc = existing && parseCidr(existing.vpcCidr);
    if (existing === undefined || vpc === undefined) return [];
    const seen: { readonly key: string; readonly range: NonNullable<ReturnType<typeof parseCidr>> }[] = [];
    return SUBNET_KINDS.flatMap(({ setting, kind }) => {
        const subnets = existing[setting];
        const key = `kaireon:network.existing.${setting}`;
        const missing = zones.filter((zone) => !Object.hasOwn(subnets, zone));
        const found = missing.map((zone) =>
            problem(key, Object.keys(subnets), `it has no subnet in ${zone}`, `Add the ${kind} subnet of ${zone}`),
        );
        for (const [zone, { cidr }] of Object.entries(subnets)) {
            const range = parseCidr(cidr);
            if (range === undefined) continue;
            const own = `${key}.${zone}`;
            const other = seen.find((before) => overlaps(before.range, range));
            const usable = usableAddresses(range.prefixLength);
            if (!zones.includes(zone)) {
                found.push(
                    problem(own, cidr, "its zone is none of kaireon:zones", `Remove it, or use ${oneOf(zones)}`),
                );
            } else if (!contains(vpc, range)) {
                found.push(problem(own, cidr, `it lies outside the VPC's ${existing.vpcCidr}`, "Correct either range"));
            } else if (other) {
                found.push(problem(own, cidr, `it overlaps ${other.key}`, "Name a subnet for each zone and kind"));
            } else if (usable < size.subnets[kind]) {
                const rule = `it has ${usable} addresses and may need ${size.subnets[kind]} at the chart's maximum`;
                found.push(
                    problem(own, cidr, rule, "Give a larger subnet, or lower the maximum replicas in kaireon:values"),
                );
            }
            seen.push({ key: own, range });
        }
        return found;
    });
}

/** Shorter than any range that one organisation administers from. */
const SHORTEST_ADMIN_PREFIX = 8;

function openEndpointProblems(range: string, index: number): readonly string[] {
    const parsed = parseCidr(range);
    if (parsed === undefined || parsed.prefixLength >= SHORTEST_ADMIN_PREFIX) return [];
    return [
        problem(
            `kaireon:cluster.publicAccessCidrs[${index}]`,
            range,
            "the cluster's API endpoint must not be open to everybody",
            "Name the ranges that administrators and CI come from",
        ),
    ];
}

function certificateProblems(arn: string, region: string): readonly string[] {
    const of = arn.split(":")[3];
    if (of === region) return [];
    return [
        problem(
            "kaireon:ingress.certificateArn",
            arn,
            `it is a certificate in ${of}, and a load balancer in ${region} takes only its own region's`,
            `Request or import the certificate in ${region}`,
        ),
    ];
}
