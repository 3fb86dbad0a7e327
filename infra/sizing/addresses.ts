import { instanceType } from "../facts/ec2-instance-types";
import { CONTROL_PLANE_ADDRESSES, PREFIX_ADDRESSES, SUBNET_RESERVED_ADDRESSES } from "../facts/eks";
import { DAEMON_SETS } from "./daemon-sets";
import type { PoolSize } from "./nodes";

/** Addresses that one subnet of each kind must have free, at the platform's maximum with one zone lost. */
export interface SubnetNeed {
    readonly public: number;
    readonly private: number;
    readonly data: number;
}

/** What the address arithmetic depends on beside the node pools. */
export interface AddressDemand {
    readonly zones: number;
    /** Interface endpoints in the private subnets, one address each in every zone. */
    readonly interfaceEndpoints: number;
    /** Whether the load balancer lives in the private subnets (scheme internal) or in the public ones. */
    readonly internalLoadBalancer: boolean;
    readonly auroraInstances: number;
    readonly redisNodes: number;
    readonly searchDataNodes: number;
    readonly searchMasters: number;
    readonly brokersPerZone: number;
}

/** An Application Load Balancer takes up to 100 addresses in all, over the subnets that it is given. */
const LOAD_BALANCER_ADDRESSES = 100;
/** The CNI holds one prefix more than its pods use (`WARM_PREFIX_TARGET=1`), so that the next pod need not wait for EC2. */
const WARM_PREFIXES = 1;

/** The need of one subnet of each kind. */
export function subnetNeed(pools: readonly PoolSize[], demand: AddressDemand): SubnetNeed {
    const loadBalancer = Math.ceil(LOAD_BALANCER_ADDRESSES / demand.zones);
    return {
        public: 1 + (demand.internalLoadBalancer ? 0 : loadBalancer),
        private: privateNeed(pools, demand, demand.internalLoadBalancer ? loadBalancer : 0),
        data: dataNeed(demand),
    };
}

/**
 * Prefixes are whole, aligned blocks of 16 addresses; a single address anywhere in a block makes it useless for pods. Nodes,
 * endpoints and load balancers take single addresses wherever EC2 likes, so each is counted as a block of its own: the subnet then
 * has room for the pods' prefixes however it is fragmented. https://docs.aws.amazon.com/eks/latest/best-practices/prefix-mode-linux.html
 */
function privateNeed(pools: readonly PoolSize[], demand: AddressDemand, loadBalancer: number): number {
    const nodes = pools.reduce((blocks, pool) => blocks + nodesInZone(pool, demand.zones) * (1 + prefixes(pool)), 0);
    const singles = demand.interfaceEndpoints + CONTROL_PLANE_ADDRESSES + loadBalancer;
    return (nodes + singles) * PREFIX_ADDRESSES;
}

/** Nodes of a pool in one zone when another is lost, and those that an update of the node group starts on top. */
function nodesInZone(pool: PoolSize, zones: number): number {
    // A managed node group is updated with up to two extra nodes for each of its zones.
    const perZone = pool.groups.length > 1;
    return (perZone ? pool.maxPerGroup : Math.ceil(pool.maxPerGroup / (zones - 1))) + 2;
}

function prefixes({ instanceType: name, podsPerNode }: PoolSize): number {
    const daemons = DAEMON_SETS.filter((daemon) => daemon.ownAddress).length;
    const perInterface = (instanceType(name)?.ipv4PerEni ?? 2) - 1;
    const used = Math.ceil((podsPerNode + daemons) / PREFIX_ADDRESSES) + WARM_PREFIXES;
    // Each further interface takes one address for itself, counted as a block like any single one.
    return used + Math.ceil(used / perInterface) - 1;
}

/** Stores that replace their machines when they are changed need the old and the new ones at the same time. */
function dataNeed(demand: AddressDemand): number {
    const share = (machines: number) => Math.ceil(machines / demand.zones);
    return (
        2 * share(demand.auroraInstances) +
        2 * share(demand.redisNodes) +
        // OpenSearch asks for three times its nodes, for blue/green changes.
        3 * share(demand.searchDataNodes) +
        3 * share(demand.searchMasters) +
        demand.brokersPerZone
    );
}

/** Addresses that a subnet can give out. */
export function usableAddresses(prefixLength: number): number {
    return Math.max(0, 2 ** (32 - prefixLength) - SUBNET_RESERVED_ADDRESSES);
}
