import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { SUBNET, subnetsOf } from "../graph/zones";
import { releasePolicy } from "../policy";
import { addressesOfNode, mostPodsOnNode, PREFIX_ADDRESSES } from "./address-demand";
import { leastNode, maxNodes, type NodePool, poolsOf } from "./node-pool";
import { controllersOn, delegatesPrefixes, type NodeSettings, nodeSettings, roomForPods } from "./node-room";
import { LOAD_BALANCER_ADDRESSES, type Tenant, tenantsOf } from "./subnet-tenants";

/** AWS keeps the first four addresses of a subnet and the last. */
const RESERVED = 5;
/** A managed node group is updated with up to two nodes more in each of its zones. */
const UPDATE_NODES = 2;

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

/** A pool's nodes in a subnet when another zone is lost, and those of an update. */
function nodesIn(subnet: StackResource, pool: NodePool, stack: Stack, settings: NodeSettings): readonly Tenant[] {
    const room = roomForPods(pool, stack, settings);
    const pods = mostPodsOnNode(pool, room, controllersOn(pool, settings));
    return pool.groups.flatMap((group) => {
        const subnets = subnetsOf(group, "subnetIds", stack);
        if (!subnets.includes(subnet)) return [];
        const nodes = Math.ceil(maxNodes(group) / Math.max(1, subnets.length - 1)) + UPDATE_NODES;
        const each = addressesOfNode(leastNode(group, stack), pods, delegatesPrefixes(stack));
        return [{ what: `${nodes} nodes of ${group.name} with ${pods} pods each`, addresses: nodes * each }];
    });
}

/** The controller finds subnets by their tags. */
function loadBalancerIn(subnet: StackResource, release: Release, stack: Stack): readonly Tenant[] {
    const ingress = release.values.at("ingress");
    if (!ingress.exists || ingress.flag("enabled") === false) return [];
    const tag = ingress.text("scheme") === "internal" ? "kubernetes.io/role/internal-elb" : "kubernetes.io/role/elb";
    const tagged = stack.ofType(SUBNET).filter((one) => one.properties.text(["tags", tag]) === "1");
    if (!tagged.includes(subnet)) return [];
    return [{ what: "the load balancer", addresses: Math.ceil(LOAD_BALANCER_ADDRESSES / tagged.length) }];
}
