import { SUBNET } from "../graph/zones";
import { releasePolicy } from "../policy";
import { PREFIX_ADDRESSES } from "./address-demand";
import { poolsOf } from "./node-pool";
import { delegatesPrefixes, nodeSettings } from "./node-room";
import { nodesIn } from "./subnet-nodes";
import { loadBalancerIn, tenantsOf } from "./subnet-tenants";

/** AWS keeps the first four addresses of a subnet and the last. */
const RESERVED = 5;
export const subnetsHoldAllAddresses = releasePolicy({
    id: "subnets-hold-all-addresses",
    title: "Every subnet has addresses for its nodes and pods at the maximum, with one zone lost, and for all else in it",
    why: "Pods stay in ContainerCreating (failed to assign an IP address) at the peak, and a subnet cannot be enlarged: everything in it moves.",
    fix: "Give the subnet a larger range before anything is in it, or lower the maximum replicas",
    severity: "high",
    controls: ["REL02-BP03"],
    pitfalls: ["P-CAP-02"],
    links: ["https://docs.aws.amazon.com/eks/latest/best-practices/prefix-mode-linux.html"],
    settings: nodeSettings,
    check: (release, stack, report, settings) => {
        const pools = poolsOf(release, stack);
        report.each(stack.ofType(SUBNET), (subnet) => {
            if (!subnet.gives("cidrBlock")) return;
            const nodes = pools.flatMap((pool) => nodesIn(subnet, pool, stack, settings));
            const prefixes = delegatesPrefixes(stack);
            // In a subnet of pods a single address spoils a block of sixteen.
            const block = nodes.length > 0 && prefixes ? PREFIX_ADDRESSES : 1;
            const others = [...tenantsOf(subnet, stack), ...loadBalancerIn(subnet, release, stack)];
            const single = others.reduce((sum, { addresses }) => sum + addresses, 0) * block;
            const need = nodes.reduce((sum, { addresses }) => sum + addresses, single);
            const range = subnet.properties.text("cidrBlock") ?? "";
            const has = 2 ** (32 - Number(range.split("/")[1])) - RESERVED;
            if (need <= has) return;
            const shown = [
                ...nodes,
                ...(single > 0
                    ? [{ what: [...new Set(others.map(({ what }) => what))].join(", "), addresses: single }]
                    : []),
            ];
            report.violation(
                `${subnet.label}: cidrBlock ${range} has ${has} addresses, but ${release.label} at the maximum may need ${need} ` +
                    `(${shown.map(({ what, addresses }) => `${what} ${addresses}`).join("; ")}). ` +
                    `Take a /${32 - Math.ceil(Math.log2(need + RESERVED))} or larger, or lower the maximum replicas.`,
                subnet,
            );
        });
    },
});
