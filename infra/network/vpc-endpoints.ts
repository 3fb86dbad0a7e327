import * as ec2 from "@pulumi/aws/ec2";
import * as vpcRules from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import { policyDocument, type Statement } from "../iam/policy-document";
import type { ZonedSubnet } from "./placement";
import { STORE_ENDPOINTS, type StoreEndpoint } from "./store-endpoints";
import type { VpcArgs } from "./vpc";

interface InterfaceEndpoint {
    readonly service: string;
    /** Who calls the service from the VPC. */
    readonly why: string;
}

/**
 * Interface endpoints: every AWS service that nodes, add-ons and controllers of this stack call, and no other, since each one costs its
 * hourly price in every zone. Nothing here calls CloudWatch, CloudWatch Logs, KMS or Systems Manager from the VPC.
 */
export const INTERFACE_ENDPOINTS: readonly InterfaceEndpoint[] = [
    { service: "ec2", why: "nodes describe themselves; VPC CNI attaches addresses, EBS CSI volumes" },
    { service: "ecr.api", why: "kubelet asks for registry credentials" },
    { service: "ecr.dkr", why: "image manifests; the layers come through the S3 gateway" },
    { service: "eks", why: "Cluster Autoscaler reads labels and taints of node groups that are at zero" },
    { service: "eks-auth", why: "the Pod Identity agent fetches every pod's credentials" },
    { service: "sts", why: "SDKs ask who they are and assume roles" },
    { service: "elasticloadbalancing", why: "the AWS Load Balancer Controller registers pods" },
    { service: "autoscaling", why: "Cluster Autoscaler sets desired sizes" },
    { service: "secretsmanager", why: "External Secrets reads the application's secrets" },
];

const HTTPS = 443;

/** Gateway endpoints cost nothing and keep image layers and the interaction store's traffic off the NAT gateways. */
export const GATEWAY_ENDPOINTS = ["s3", "dynamodb"] as const;

/**
 * What may pass an endpoint: requests signed by this account's principals, so that a pod can't send data out with another account's keys.
 * Undefined means AWS's default, anything: for S3 because public registries hand out image layers by unsigned links into buckets that nobody
 * lists, for `eks-auth` because it documents no endpoint policies.
 */
export function endpointStatements(service: string, accountId: string): readonly Statement[] | undefined {
    if (service === "s3" || service === "eks-auth") return undefined;
    const own: Statement = {
        Effect: "Allow",
        Principal: "*",
        Action: "*",
        Resource: "*",
        Condition: { StringEquals: { "aws:PrincipalAccount": accountId } },
    };
    // A web identity is exchanged before there is a principal.
    const webIdentity: Statement = {
        Effect: "Allow",
        Principal: "*",
        Action: "sts:AssumeRoleWithWebIdentity",
        Resource: "*",
    };
    return service === "sts" ? [own, webIdentity] : [own];
}

/** Every endpoint of the VPC; the interface endpoints answer in all private subnets. */
export function createEndpoints(
    name: string,
    args: VpcArgs,
    vpc: ec2.Vpc,
    privateSubnets: readonly ZonedSubnet[],
    routeTables: readonly ec2.RouteTable[],
    child: pulumi.CustomResourceOptions,
): ec2.VpcEndpoint[] {
    const common = (service: string) => {
        const statements = endpointStatements(service, args.accountId);
        return {
            vpcId: vpc.id,
            serviceName: `com.amazonaws.${args.region}.${service}`,
            tags: { Name: `${name}-${service}` },
            ...(statements === undefined ? {} : { policy: policyDocument(statements) }),
        };
    };
    const gateways = GATEWAY_ENDPOINTS.map(
        (service) =>
            new ec2.VpcEndpoint(
                `${name}-${service}`,
                { ...common(service), vpcEndpointType: "Gateway", routeTableIds: routeTables.map(({ id }) => id) },
                child,
            ),
    );
    const { storeEndpoints = [], interfaceEndpoints = "all" } = args;
    const nodeEndpoints = interfaceEndpoints === "all" ? INTERFACE_ENDPOINTS.map(({ service }) => service) : [];
    const services = [...nodeEndpoints, ...storeEndpoints];
    if (services.length === 0) return gateways;
    const group = createEndpointGroup(name, args.cidr, storeEndpoints, vpc, child);
    const interfaces = services.map(
        (service) =>
            new ec2.VpcEndpoint(
                `${name}-${service}`,
                {
                    ...common(service),
                    vpcEndpointType: "Interface",
                    privateDnsEnabled: true,
                    subnetIds: privateSubnets.map(({ id }) => id),
                    securityGroupIds: [group.id],
                },
                child,
            ),
    );
    return [...gateways, ...interfaces];
}

function createEndpointGroup(
    name: string,
    cidr: string,
    storeEndpoints: readonly StoreEndpoint[],
    vpc: ec2.Vpc,
    child: pulumi.CustomResourceOptions,
): ec2.SecurityGroup {
    // A security group's description can't be changed without replacing the group: it says nothing of what stores add.
    const description = "HTTPS from the VPC to the AWS services' endpoints";
    const group = new ec2.SecurityGroup(
        `${name}-endpoints`,
        { vpcId: vpc.id, description, tags: { Name: `${name}-endpoints` } },
        child,
    );
    const open = (rule: string, ruleDescription: string, port: number) =>
        new vpcRules.SecurityGroupIngressRule(
            `${name}-endpoints-${rule}`,
            {
                securityGroupId: group.id,
                description: ruleDescription,
                cidrIpv4: cidr,
                ipProtocol: "tcp",
                fromPort: port,
                toPort: port,
            },
            child,
        );
    open("https", description, HTTPS);
    for (const service of storeEndpoints) {
        const { port } = STORE_ENDPOINTS[service];
        if (port !== HTTPS) open(service, `The VPC to the endpoint of ${service}`, port);
    }
    return group;
}
