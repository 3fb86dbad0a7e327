import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { SUBNET, subnetsOf } from "../graph/zones";
import { replicasOf, shardsOf } from "./cache";

/** Something that takes addresses of a subnet. */
export interface Tenant {
    readonly what: string;
    readonly addresses: number;
}

/** An Application Load Balancer takes up to so many addresses over all its subnets. */
const LOAD_BALANCER_ADDRESSES = 100;
/** Addresses that the control plane wants free in each of its subnets. */
const CONTROL_PLANE_ADDRESSES = 16;

/** Everything of the stack beside nodes and load balancers that takes addresses of the subnet. */
export function tenantsOf(subnet: StackResource, stack: Stack): readonly Tenant[] {
    const isIn = (resource: StackResource, property: string) => subnetsOf(resource, property, stack).includes(subnet);
    const one = (types: string, property: string, addresses: number, what: string): readonly Tenant[] =>
        stack
            .ofType(types)
            .filter((resource) => isIn(resource, property))
            .map(() => ({ what, addresses }));
    return [
        ...one("aws:ec2/vpcEndpoint:VpcEndpoint", "subnetIds", 1, "endpoints"),
        ...one("aws:ec2/natGateway:NatGateway", "subnetId", 1, "NAT gateways"),
        ...one("aws:eks/cluster:Cluster", "vpcConfig", CONTROL_PLANE_ADDRESSES, "the control plane"),
        ...storesIn(stack, isIn),
    ];
}

type IsIn = (resource: StackResource, property: string) => boolean;

/** Stores that replace machines when they are changed have old and new ones at the same time; OpenSearch asks for three times its nodes. */
function storesIn(stack: Stack, isIn: IsIn): readonly Tenant[] {
    const tenants: Tenant[] = [];
    const add = (what: string, machines: number, zones: number, times: number) =>
        tenants.push({ what, addresses: Math.ceil(machines / Math.max(1, zones)) * times });
    const groups = (type: string) => stack.ofType(type).filter((group) => isIn(group, "subnetIds"));
    const zones = (resource: StackResource, property: string) => subnetsOf(resource, property, stack).length;
    for (const group of groups("aws:rds/subnetGroup:SubnetGroup")) {
        const clusters = stack.referringTo(group, "aws:rds/cluster:Cluster", "dbSubnetGroupName");
        const instances = clusters.flatMap((cluster) =>
            stack.referringTo(cluster, "aws:rds/clusterInstance:ClusterInstance", "clusterIdentifier"),
        );
        add("the database", instances.length, zones(group, "subnetIds"), 2);
    }
    for (const group of groups("aws:elasticache/subnetGroup:SubnetGroup")) {
        for (const cache of stack.referringTo(
            group,
            "aws:elasticache/replicationGroup:ReplicationGroup",
            "subnetGroupName",
        ))
            add("the cache", shardsOf(cache) * (1 + replicasOf(cache)), zones(group, "subnetIds"), 2);
    }
    for (const domain of stack.ofType("aws:opensearch/domain:Domain").filter((one) => isIn(one, "vpcOptions"))) {
        const config = domain.properties.at("clusterConfig");
        const masters =
            config.flag("dedicatedMasterEnabled") === true ? (config.number("dedicatedMasterCount") ?? 3) : 0;
        add("search", config.number("instanceCount") ?? 1, zones(domain, "vpcOptions"), 3);
        add("search", masters, zones(domain, "vpcOptions"), 3);
    }
    for (const brokers of stack.ofType("aws:msk/cluster:Cluster").filter((one) => isIn(one, "brokerNodeGroupInfo")))
        add("brokers", brokers.properties.number("numberOfBrokerNodes") ?? 1, zones(brokers, "brokerNodeGroupInfo"), 1);
    return tenants;
}

/** The controller finds subnets by their tags. */
export function loadBalancerIn(subnet: StackResource, release: Release, stack: Stack): readonly Tenant[] {
    const ingress = release.values.at("ingress");
    if (!ingress.exists || ingress.flag("enabled") === false) return [];
    const tag = ingress.text("scheme") === "internal" ? "kubernetes.io/role/internal-elb" : "kubernetes.io/role/elb";
    const tagged = stack.ofType(SUBNET).filter((one) => one.properties.text(["tags", tag]) === "1");
    if (!tagged.includes(subnet)) return [];
    return [{ what: "the load balancer", addresses: Math.ceil(LOAD_BALANCER_ADDRESSES / tagged.length) }];
}
