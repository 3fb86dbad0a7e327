import { z } from "zod";
import { broken, cidr, logRetentionDays, text, vpcCidr } from "./fields";

const subnets = (kind: string, count: string) =>
    z
        .record(
            z.string(),
            z.strictObject({
                id: text(
                    /^subnet-[0-9a-f]{8,17}$/,
                    "it is no id of a subnet",
                    "Give the id that AWS shows, such as subnet-0a1b2c3d4e5f60718",
                ).describe("Id of the subnet."),
                cidr: cidr().describe("IPv4 range of the subnet."),
            }),
        )
        .describe(`${kind} subnets of the given VPC, by zone: ${count}.`);

/** `kaireon:network` */
export const networkSchema = z
    .strictObject({
        cidr: vpcCidr()
            .default("10.64.0.0/16")
            .describe("IPv4 range of the VPC, /16 to /28. It cannot be changed later: every subnet would be replaced."),
        natGateways: z
            .enum(["perZone", "single"])
            .default("perZone")
            .describe("NAT gateways: one per zone, or a single one whose zone all nodes depend on."),
        interfaceEndpoints: z
            .enum(["all", "storesOnly"])
            .default("all")
            .describe(
                "Interface endpoints, each paid for by the hour in every zone: for all AWS services that the cluster calls, or for those alone that a chosen store is reached through. Without them the calls go through NAT.",
            ),
        flowLogRetentionDays: logRetentionDays()
            .default(365)
            .describe(
                "Days that CloudWatch keeps the VPC's flow log. Default: a year, what the security controls ask.",
            ),
        existing: z
            .exactOptional(
                z.strictObject({
                    vpcId: text(
                        /^vpc-[0-9a-f]{8,17}$/,
                        "it is no id of a VPC",
                        "Give the id that AWS shows, such as vpc-0a1b2c3d4e5f60718",
                    ).describe("Id of the VPC."),
                    vpcCidr: vpcCidr().describe("IPv4 range of the VPC."),
                    publicSubnets: subnets("Public", "one in each of the stack's zones"),
                    privateSubnets: subnets("Private", "one in each of the stack's zones"),
                    dataSubnets: subnets("Isolated", "one in each of the stack's zones"),
                }),
            )
            .describe("A VPC that is already there, instead of one of this program's. Nothing of it is changed."),
    })
    .prefault({})
    .describe("Where the platform lives.");

/** `kaireon:ingress` */
export const ingressSchema = z
    .strictObject({
        host: text(
            /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/,
            "it is no DNS name",
            "Give the name alone, in small letters, such as kaireon.example.com",
        ).describe("DNS name that the platform is reached by, such as kaireon.example.com."),
        certificateArn: text(
            /^arn:aws[a-z-]*:acm:[a-z0-9-]+:\d{12}:certificate\/[0-9a-f-]{36}$/,
            "it is no ARN of an ACM certificate",
            "Give arn:aws:acm:<region>:<account>:certificate/<id>",
        ).describe("ACM certificate of the host, in the stack's region."),
        scheme: z
            .enum(["internet-facing", "internal"])
            .default("internet-facing")
            .describe("Whether the load balancer has public addresses or answers inside the VPC alone."),
        allowedCidrs: z
            .array(cidr())
            .min(
                1,
                broken("nobody could reach the platform", "Name at least one range, such as 0.0.0.0/0 for everybody"),
            )
            .default(["0.0.0.0/0"])
            .describe("IPv4 ranges that may reach the load balancer. Default: everybody; the platform authenticates."),
    })
    .describe("The way in.");
