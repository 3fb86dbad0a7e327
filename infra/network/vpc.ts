import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { createFlowLog } from "./flow-log";
import type { NetworkPlacement, ZonedSubnet } from "./placement";
import { createRoutes } from "./routes";
import type { StoreEndpoint } from "./store-endpoints";
import { createEndpoints } from "./vpc-endpoints";

/** A subnet to make. */
export interface PlannedSubnet {
    /** Availability zone, such as `eu-west-1a`. */
    readonly zone: string;
    /** IPv4 range within the VPC's. */
    readonly cidr: string;
}

export type SubnetKind = "public" | "private" | "data";

export interface VpcArgs {
    /** IPv4 range of the VPC, such as `10.64.0.0/16`. */
    readonly cidr: string;
    /** One subnet of each kind per zone, the zones in the same order. */
    readonly subnets: Readonly<Record<SubnetKind, readonly PlannedSubnet[]>>;
    /** `single` saves the price of the others, and a lost zone then cuts every node off the internet. */
    readonly natGateways: "perZone" | "single";
    readonly region: string;
    readonly accountId: string;
    readonly partition: string;
    /**
     * `storesOnly` saves the price of the interface endpoints that nodes, add-ons and controllers need; they then go through NAT, which costs
     * by the GB and takes them along when its zone is lost. Default: `all`.
     */
    readonly interfaceEndpoints?: "all" | "storesOnly";
    /** Services that the chosen stores are reached through, beside those that nodes need. Default: none. */
    readonly storeEndpoints?: readonly StoreEndpoint[];
    /** How long CloudWatch keeps the flow log, in days. */
    readonly flowLogRetentionDays: number;
    /** Key of the flow log's log group; its policy must admit CloudWatch Logs. Default: CloudWatch's own key. */
    readonly logKeyArn?: pulumi.Input<string>;
}

/**
 * A VPC over the given zones: public subnets for load balancers and NAT, private ones for nodes and pods, and data subnets that no route
 * connects with the internet.
 */
export class Vpc extends pulumi.ComponentResource implements NetworkPlacement {
    readonly vpcId: pulumi.Output<string>;
    readonly vpcCidr: string;
    readonly publicSubnets: readonly ZonedSubnet[];
    readonly privateSubnets: readonly ZonedSubnet[];
    readonly dataSubnets: readonly ZonedSubnet[];
    /**
     * What a node needs in order to join a cluster: its way to the internet and the endpoints. A node group must wait for it: nodes without
     * a way to the registry fail only after half an hour. Nothing else has to.
     */
    readonly egress: readonly pulumi.Resource[];

    constructor(name: string, args: VpcArgs, opts?: pulumi.ComponentResourceOptions) {
        super("kaireon:network:Vpc", name, {}, opts);
        const child = { parent: this };

        const vpc = createVpc(name, args, child);
        closeDefaultSecurityGroup(name, vpc, child);
        this.publicSubnets = createSubnets(name, "public", args, vpc, child);
        this.privateSubnets = createSubnets(name, "private", args, vpc, child);
        this.dataSubnets = createSubnets(name, "data", args, vpc, child);
        const routes = createRoutes(name, args.natGateways, vpc, this, child);
        const endpoints = createEndpoints(name, args, vpc, this.privateSubnets, routes.inside, child);
        createFlowLog(name, args, vpc, child);

        this.vpcId = vpc.id;
        this.vpcCidr = args.cidr;
        this.egress = [...routes.private, ...endpoints];
        this.registerOutputs({ vpcId: this.vpcId });
    }
}

function createVpc(name: string, { cidr }: VpcArgs, child: pulumi.CustomResourceOptions): ec2.Vpc {
    return new ec2.Vpc(
        name,
        {
            cidrBlock: cidr,
            enableDnsSupport: true,
            // Both are needed for the endpoints' private names and for the cluster's private endpoint.
            enableDnsHostnames: true,
            tags: { Name: name },
        },
        child,
    );
}

/** Adopts the group that AWS puts on whatever names none, and removes its rules. */
function closeDefaultSecurityGroup(name: string, vpc: ec2.Vpc, child: pulumi.CustomResourceOptions): void {
    new ec2.DefaultSecurityGroup(
        `${name}-default`,
        { vpcId: vpc.id, ingress: [], egress: [], tags: { Name: `${name}-default-closed` } },
        child,
    );
}

function createSubnets(
    name: string,
    kind: SubnetKind,
    args: VpcArgs,
    vpc: ec2.Vpc,
    child: pulumi.CustomResourceOptions,
): ZonedSubnet[] {
    return args.subnets[kind].map(({ zone, cidr }) => {
        const subnet = new ec2.Subnet(
            `${name}-${kind}-${zone}`,
            {
                vpcId: vpc.id,
                availabilityZone: zone,
                cidrBlock: cidr,
                mapPublicIpOnLaunch: false,
                tags: subnetTags(name, kind, zone),
            },
            child,
        );
        return { zone, id: subnet.id, cidr };
    });
}

/**
 * The AWS Load Balancer Controller finds subnets by the role tags.
 * https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/deploy/subnet_discovery/
 */
export function subnetTags(name: string, kind: SubnetKind, zone: string): Record<string, string> {
    const roles: Record<SubnetKind, Record<string, string>> = {
        public: { "kubernetes.io/role/elb": "1" },
        private: { "kubernetes.io/role/internal-elb": "1" },
        data: {},
    };
    return { Name: `${name}-${kind}-${zone}`, ...roles[kind] };
}
