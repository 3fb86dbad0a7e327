import type { VolumeArgs } from "@pulumi/aws/ebs";
import type {
    LaunchTemplateArgs,
    RouteArgs,
    SecurityGroupArgs,
    SecurityGroupRuleArgs,
    SubnetArgs,
} from "@pulumi/aws/ec2";
import type { SecurityGroupEgressRuleArgs, SecurityGroupIngressRuleArgs } from "@pulumi/aws/vpc";
import { controls } from "../control";
import type { View } from "../graph/view";
import { eachItem, givenAndEachItem } from "../list-requirement";
import { equalTo, matching, notGiven } from "../requirement";

const PAGE = "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html";
const CHECKOV = "https://www.checkov.io/5.Policy%20Index/terraform.html";

/** AWS's own texts for what has no description say nothing. */
const DESCRIBED = matching(/^(?!Managed by (Pulumi|Terraform)$).*\S/, "a description");

const description = {
    property: "description",
    must: DESCRIBED,
    severity: "low",
    controls: ["CKV_AWS_23"],
    why: "Nobody dares to remove a rule of which nobody knows what it is for.",
    fix: "Say in description who reaches what.",
    links: [CHECKOV],
    violatedBy: "",
} as const;

export const ec2Controls = [
    ...controls<LaunchTemplateArgs>("aws:ec2/launchTemplate:LaunchTemplate", [
        {
            id: "ec2-launch-template-require-imdsv2",
            title: "Nodes answer metadata requests only with a token",
            property: "metadataOptions.httpTokens",
            must: equalTo("required"),
            absentIs: "optional",
            severity: "high",
            controls: ["EC2.8", "EC2.170", "AutoScaling.3", "CIS-AWS-5.0.0/5.7"],
            why: "A server that can be made to fetch a URL gives away the node's credentials.",
            fix: "Set metadataOptions.httpTokens to required.",
            links: [`${PAGE}#ec2-8`],
            violatedBy: "optional",
        },
        {
            id: "ec2-launch-template-limit-metadata-hops",
            title: "Pods do not reach the node's metadata",
            property: "metadataOptions.httpPutResponseHopLimit",
            must: equalTo(1),
            severity: "high",
            controls: ["CKV_AWS_341"],
            why: "With two hops every pod can take the node's role. The image may ask for two when the template says nothing.",
            fix: "Set metadataOptions.httpPutResponseHopLimit to 1, and give pods that call AWS a role of their own.",
            links: [
                CHECKOV,
                "https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html",
            ],
            violatedBy: 2,
        },
        {
            id: "ec2-launch-template-require-encrypted-volumes",
            title: "Disks of nodes are encrypted",
            property: "blockDeviceMappings",
            must: givenAndEachItem("ebs.encrypted", equalTo(true)),
            severity: "medium",
            controls: ["EC2.3", "EC2.181"],
            why: "Scratch files of pods would lie on disk in plain, and in snapshots of it.",
            fix: "Set ebs.encrypted to true in every mapping, the root device's too.",
            links: [`${PAGE}#ec2-181`],
            violatedBy: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 100 } }],
        },
        {
            id: "ec2-launch-template-disallow-public-address",
            title: "Nodes ask for no public address",
            property: "networkInterfaces",
            must: eachItem("associatePublicIpAddress", equalTo(false), "accepted"),
            severity: "high",
            controls: ["EC2.25", "AutoScaling.5"],
            why: "The node could be reached from the internet as soon as a security group allows it.",
            fix: "Leave associatePublicIpAddress out.",
            links: [`${PAGE}#ec2-25`],
            violatedBy: [{ associatePublicIpAddress: true }],
        },
    ]),
    ...controls<VolumeArgs>("aws:ebs/volume:Volume", [
        {
            id: "ec2-volume-require-encryption",
            title: "Volumes are encrypted",
            property: "encrypted",
            must: equalTo(true),
            absentIs: false,
            severity: "medium",
            controls: ["EC2.3"],
            why: "The data and its snapshots would lie on disk in plain; a volume cannot be encrypted later.",
            fix: "Set encrypted to true.",
            links: [`${PAGE}#ec2-3`],
            violatedBy: false,
        },
    ]),
    ...controls<SubnetArgs>("aws:ec2/subnet:Subnet", [
        {
            id: "ec2-subnet-disallow-public-addresses",
            title: "Subnets give out no public addresses by themselves",
            property: "mapPublicIpOnLaunch",
            must: equalTo(false),
            absentIs: false,
            severity: "medium",
            controls: ["EC2.15"],
            why: "Whatever starts in the subnet is on the internet. Load balancers and NAT gateways do not need it.",
            fix: "Leave mapPublicIpOnLaunch out.",
            links: [`${PAGE}#ec2-15`],
            violatedBy: true,
        },
        {
            id: "ec2-subnet-disallow-ipv6-addresses",
            title: "Subnets give out no IPv6 addresses by themselves",
            property: "assignIpv6AddressOnCreation",
            must: equalTo(false),
            absentIs: false,
            severity: "medium",
            controls: ["EC2.15"],
            why: "An IPv6 address is always a public one.",
            fix: "Leave assignIpv6AddressOnCreation out.",
            links: [`${PAGE}#ec2-15`],
            violatedBy: true,
        },
    ]),
    ...controls<RouteArgs>("aws:ec2/route:Route", [
        {
            id: "ec2-route-disallow-instance-as-gateway",
            title: "The way out is a NAT gateway and not an instance",
            property: "networkInterfaceId",
            must: notGiven(),
            when: isDefaultRoute,
            severity: "medium",
            controls: ["CKV2_AWS_35"],
            why: "An instance is one machine: its failure cuts a zone off, and its bandwidth is its type's.",
            fix: "Set natGatewayId in its place.",
            links: [CHECKOV],
            violatedBy: "eni-1",
        },
    ]),
    ...controls<SecurityGroupArgs>("aws:ec2/securityGroup:SecurityGroup", [
        {
            ...description,
            id: "ec2-security-group-require-description",
            title: "Security groups say what they are for",
        },
    ]),
    ...controls<SecurityGroupIngressRuleArgs>("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", [
        {
            ...description,
            id: "ec2-ingress-rule-require-description",
            title: "Rules for what comes in say what they are for",
        },
    ]),
    ...controls<SecurityGroupEgressRuleArgs>("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", [
        {
            ...description,
            id: "ec2-egress-rule-require-description",
            title: "Rules for what goes out say what they are for",
        },
    ]),
    ...controls<SecurityGroupRuleArgs>("aws:ec2/securityGroupRule:SecurityGroupRule", [
        {
            ...description,
            id: "ec2-security-group-rule-require-description",
            title: "Older rules say what they are for",
        },
    ]),
];

function isDefaultRoute(properties: View): boolean {
    return ["destinationCidrBlock", "destinationIpv6CidrBlock"].some((key) => /\/0$/.test(properties.text(key) ?? ""));
}
