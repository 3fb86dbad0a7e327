import { items, type PropertyMap, text } from "../protocol/values";
import type { Instance, Rows } from "../resources/row";
import { arn, ec2Id } from "./arn";

const ec2Arn = (kind: string) => (instance: Instance) => arn(instance, "ec2", `${kind}/${instance.id}`);

/** A documentation address (RFC 5737) for what the internet would see. */
function publicIp(instance: Instance): string {
    return `203.0.113.${Number.parseInt(instance.hex(2, "ip"), 16)}`;
}

function privateIp(instance: Instance): string {
    return `10.0.${Number.parseInt(instance.hex(2, "ip3"), 16)}.${4 + (Number.parseInt(instance.hex(2, "ip4"), 16) % 250)}`;
}

export const ec2: Rows = {
    "aws:ec2/vpc:Vpc": {
        creates: "ec2:CreateVpc",
        id: ec2Id("vpc"),
        outputs: (instance) => ({
            arn: ec2Arn("vpc")(instance),
            defaultNetworkAclId: `acl-0${instance.hex(16, "acl")}`,
            defaultRouteTableId: `rtb-0${instance.hex(16, "rtb")}`,
            mainRouteTableId: `rtb-0${instance.hex(16, "rtb")}`,
            defaultSecurityGroupId: `sg-0${instance.hex(16, "sg")}`,
            dhcpOptionsId: `dopt-0${instance.hex(16, "dopt")}`,
            ownerId: instance.accountId,
        }),
        // instanceTenancy can go from dedicated to default in place, never the other way.
        replaceOn: ["cidrBlock", "ipv4IpamPoolId", "ipv4NetmaskLength"],
        replaceWhen: { instanceTenancy: (_, now) => now !== "default" },
    },
    "aws:ec2/subnet:Subnet": {
        creates: "ec2:CreateSubnet",
        id: ec2Id("subnet"),
        outputs: (instance) => ({
            arn: ec2Arn("subnet")(instance),
            availabilityZone: `${instance.region}a`,
            availabilityZoneId: zoneId(text(instance.inputs["availabilityZone"]) || `${instance.region}a`),
            ownerId: instance.accountId,
            privateDnsHostnameTypeOnLaunch: "ip-name",
        }),
        replaceOn: [
            "vpcId",
            "cidrBlock",
            "availabilityZone",
            "availabilityZoneId",
            "ipv6Native",
            "outpostArn",
            "ipv4IpamPoolId",
            "ipv4NetmaskLength",
        ],
    },
    "aws:ec2/internetGateway:InternetGateway": {
        creates: "ec2:CreateInternetGateway",
        id: ec2Id("igw"),
        outputs: (instance) => ({ arn: ec2Arn("internet-gateway")(instance), ownerId: instance.accountId }),
        replaceOn: [],
    },
    "aws:ec2/eip:Eip": {
        creates: "ec2:AllocateAddress",
        id: ec2Id("eipalloc"),
        outputs: (instance) => ({
            arn: ec2Arn("elastic-ip")(instance),
            allocationId: instance.id,
            publicIp: publicIp(instance),
            publicDns: `ec2-${publicIp(instance).replaceAll(".", "-")}.${instance.region}.compute.amazonaws.com`,
            publicIpv4Pool: "amazon",
            networkBorderGroup: instance.region,
            domain: "vpc",
        }),
        replaceOn: ["domain", "address", "networkBorderGroup", "publicIpv4Pool", "customerOwnedIpv4Pool", "ipamPoolId"],
    },
    "aws:ec2/natGateway:NatGateway": {
        creates: "ec2:CreateNatGateway",
        id: ec2Id("nat"),
        outputs: (instance) => ({
            publicIp: publicIp(instance),
            privateIp: privateIp(instance),
            networkInterfaceId: `eni-0${instance.hex(16, "eni")}`,
            associationId: `eipassoc-0${instance.hex(16, "assoc")}`,
            availabilityMode: "zonal",
        }),
        replaceOn: ["subnetId", "allocationId", "connectivityType", "privateIp", "availabilityMode", "vpcId"],
    },
    "aws:ec2/routeTable:RouteTable": {
        creates: "ec2:CreateRouteTable",
        id: ec2Id("rtb"),
        outputs: (instance) => ({ arn: ec2Arn("route-table")(instance), ownerId: instance.accountId }),
        replaceOn: ["vpcId"],
    },
    "aws:ec2/route:Route": {
        creates: "ec2:CreateRoute",
        id: (instance) => `r-${text(instance.inputs["routeTableId"])}${instance.hex(9)}`,
        outputs: () => ({ origin: "CreateRoute", state: "active" }),
        replaceOn: ["routeTableId", "destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"],
    },
    "aws:ec2/routeTableAssociation:RouteTableAssociation": {
        creates: "ec2:AssociateRouteTable",
        id: ec2Id("rtbassoc"),
        replaceOn: ["subnetId", "gatewayId"],
    },
    "aws:ec2/vpcEndpoint:VpcEndpoint": {
        creates: "ec2:CreateVpcEndpoint",
        id: ec2Id("vpce"),
        outputs: vpcEndpointOutputs,
        replaceOn: [
            "vpcId",
            "serviceName",
            "vpcEndpointType",
            "serviceRegion",
            "resourceConfigurationArn",
            "serviceNetworkArn",
        ],
        defaults: { vpcEndpointType: "Gateway" },
    },
    "aws:ec2/flowLog:FlowLog": {
        creates: "ec2:CreateFlowLogs",
        id: ec2Id("fl"),
        outputs: (instance) => ({ arn: ec2Arn("vpc-flow-log")(instance) }),
        // A flow log cannot be changed: https://docs.aws.amazon.com/vpc/latest/userguide/working-with-flow-logs.html
        replaceOn: [
            "vpcId",
            "subnetId",
            "eniId",
            "transitGatewayId",
            "transitGatewayAttachmentId",
            "iamRoleArn",
            "deliverCrossAccountRole",
            "logDestination",
            "logDestinationType",
            "logFormat",
            "maxAggregationInterval",
            "trafficType",
            "destinationOptions",
        ],
    },
    "aws:ec2/launchTemplate:LaunchTemplate": {
        creates: "ec2:CreateLaunchTemplate",
        id: ec2Id("lt"),
        outputs: (instance) => {
            const latest = Number(instance.old?.["latestVersion"] ?? 0) + 1;
            return { arn: ec2Arn("launch-template")(instance), latestVersion: latest, defaultVersion: 1 };
        },
        replaceOn: ["name", "namePrefix"],
        // Every update makes a version; what refers to it is updated in turn.
        recompute: ["latestVersion"],
    },
};

/** Zone ids are the account's own; this account's are in the order of the names. */
function zoneId(zone: string): string {
    const [area = "", direction = "", number = ""] = zone.slice(0, -1).split("-");
    const short = direction.replace(
        /^(north|south|east|west|central)(.*)$/,
        (_, first: string, second: string) => first[0] + second.slice(0, 1),
    );
    return `${area}${short}${number}-az${zone.charCodeAt(zone.length - 1) - 96}`;
}

function vpcEndpointOutputs(instance: Instance): PropertyMap {
    const service = text(instance.inputs["serviceName"]);
    const base = {
        arn: ec2Arn("vpc-endpoint")(instance),
        ownerId: instance.accountId,
        state: "available",
        ipAddressType: "ipv4",
    };
    const policy = JSON.stringify({ Statement: [{ Action: "*", Effect: "Allow", Principal: "*", Resource: "*" }] });
    if (instance.inputs["vpcEndpointType"] !== "Interface") {
        return { ...base, policy, prefixListId: `pl-${instance.hex(8, service)}`, privateDnsEnabled: false };
    }
    const host = `${instance.id}-${instance.hex(8, "dns")}.${service.split(".").pop()}.${instance.region}.vpce.amazonaws.com`;
    return {
        ...base,
        policy,
        dnsEntries: [{ dnsName: host, hostedZoneId: `Z${instance.hex(13, "zone").toUpperCase()}` }],
        networkInterfaceIds: items(instance.inputs["subnetIds"]).map(
            (_, index) => `eni-0${instance.hex(16, `eni${index}`)}`,
        ),
    };
}
