import * as pulumi from "@pulumi/pulumi";
import type { Statement } from "../../iam/policy-document";
import type { ControllerPlace } from "./controller";

/** Tag by which the controller knows what it has made, with the name of the cluster. */
const OWNER_TAG = "elbv2.k8s.aws/cluster";

/**
 * The controller's published policy for v2.17, cut down to what this stack uses and to this cluster's objects: no Network Load Balancers,
 * Cognito, classic WAF, Shield, address pools or Outposts; tags are compared with the cluster's name, not merely asked for; and outside its
 * own security groups it changes the rules of the one that EKS made.
 * https://github.com/kubernetes-sigs/aws-load-balancer-controller/blob/v2.17.1/docs/install/iam_policy.json
 */
export function loadBalancerStatements(place: ControllerPlace, vpcId: pulumi.Input<string>): readonly Statement[] {
    return [...discovery(), ...securityGroups(place, vpcId), ...loadBalancers(place), ...listeners(place)];
}

function discovery(): readonly Statement[] {
    return [
        {
            Sid: "ServiceLinkedRole",
            Effect: "Allow",
            Action: "iam:CreateServiceLinkedRole",
            Resource: "*",
            Condition: { StringEquals: { "iam:AWSServiceName": "elasticloadbalancing.amazonaws.com" } },
        },
        {
            Sid: "See",
            Effect: "Allow",
            Action: [
                "acm:DescribeCertificate",
                "acm:ListCertificates",
                "ec2:DescribeAccountAttributes",
                "ec2:DescribeAddresses",
                "ec2:DescribeAvailabilityZones",
                "ec2:DescribeInstances",
                "ec2:DescribeInternetGateways",
                "ec2:DescribeNetworkInterfaces",
                "ec2:DescribeRouteTables",
                "ec2:DescribeSecurityGroups",
                "ec2:DescribeSubnets",
                "ec2:DescribeTags",
                "ec2:DescribeVpcPeeringConnections",
                "ec2:DescribeVpcs",
                "ec2:GetSecurityGroupsForVpc",
                "elasticloadbalancing:DescribeCapacityReservation",
                "elasticloadbalancing:DescribeListenerAttributes",
                "elasticloadbalancing:DescribeListenerCertificates",
                "elasticloadbalancing:DescribeListeners",
                "elasticloadbalancing:DescribeLoadBalancerAttributes",
                "elasticloadbalancing:DescribeLoadBalancers",
                "elasticloadbalancing:DescribeRules",
                "elasticloadbalancing:DescribeSSLPolicies",
                "elasticloadbalancing:DescribeTags",
                "elasticloadbalancing:DescribeTargetGroupAttributes",
                "elasticloadbalancing:DescribeTargetGroups",
                "elasticloadbalancing:DescribeTargetHealth",
                "elasticloadbalancing:DescribeTrustStores",
                "iam:GetServerCertificate",
                "iam:ListServerCertificates",
            ],
            Resource: "*",
        },
        {
            Sid: "WebAcl",
            Effect: "Allow",
            Action: [
                "elasticloadbalancing:SetWebAcl",
                "wafv2:AssociateWebACL",
                "wafv2:DisassociateWebACL",
                "wafv2:GetWebACL",
                "wafv2:GetWebACLForResource",
            ],
            Resource: "*",
        },
    ];
}

function securityGroups(place: ControllerPlace, vpcId: pulumi.Input<string>): readonly Statement[] {
    const groups = `arn:${place.partition}:ec2:${place.region}:${place.accountId}:security-group/*`;
    // A given VPC may be another account's, shared with this one.
    const vpc = pulumi.interpolate`arn:${place.partition}:ec2:${place.region}:*:vpc/${vpcId}`;
    const rules = ["ec2:AuthorizeSecurityGroupIngress", "ec2:RevokeSecurityGroupIngress"];
    return [
        {
            Sid: "CreateGroups",
            Effect: "Allow",
            Action: "ec2:CreateSecurityGroup",
            Resource: [groups, vpc],
        },
        {
            Sid: "TagNewGroups",
            Effect: "Allow",
            Action: "ec2:CreateTags",
            Resource: groups,
            Condition: { StringEquals: { "ec2:CreateAction": "CreateSecurityGroup", ...requested(place) } },
        },
        {
            Sid: "ManageOwnGroups",
            Effect: "Allow",
            Action: [...rules, "ec2:DeleteSecurityGroup"],
            Resource: groups,
            Condition: { StringEquals: owned(place) },
        },
        {
            Sid: "TagOwnGroups",
            Effect: "Allow",
            Action: ["ec2:CreateTags", "ec2:DeleteTags"],
            Resource: groups,
            Condition: { Null: { [`aws:RequestTag/${OWNER_TAG}`]: "true" }, StringEquals: owned(place) },
        },
        {
            Sid: "AdmitToNodes",
            Effect: "Allow",
            Action: rules,
            Resource: groups,
            Condition: {
                StringEquals: { [`aws:ResourceTag/kubernetes.io/cluster/${place.clusterName}`]: "owned" },
            },
        },
    ];
}

function loadBalancers(place: ControllerPlace): readonly Statement[] {
    const elb = elbArn(place);
    const both = [`${elb}:loadbalancer/app/*/*`, `${elb}:targetgroup/*/*`];
    return [
        {
            Sid: "Create",
            Effect: "Allow",
            Action: ["elasticloadbalancing:CreateLoadBalancer", "elasticloadbalancing:CreateTargetGroup"],
            Resource: both,
            Condition: { StringEquals: requested(place) },
        },
        {
            Sid: "TagNew",
            Effect: "Allow",
            Action: "elasticloadbalancing:AddTags",
            Resource: both,
            Condition: {
                StringEquals: {
                    "elasticloadbalancing:CreateAction": ["CreateLoadBalancer", "CreateTargetGroup"],
                    ...requested(place),
                },
            },
        },
        {
            Sid: "ManageOwn",
            Effect: "Allow",
            Action: [
                "elasticloadbalancing:DeleteLoadBalancer",
                "elasticloadbalancing:DeleteTargetGroup",
                "elasticloadbalancing:DeregisterTargets",
                "elasticloadbalancing:ModifyCapacityReservation",
                "elasticloadbalancing:ModifyLoadBalancerAttributes",
                "elasticloadbalancing:ModifyTargetGroup",
                "elasticloadbalancing:ModifyTargetGroupAttributes",
                "elasticloadbalancing:RegisterTargets",
                "elasticloadbalancing:SetIpAddressType",
                "elasticloadbalancing:SetSecurityGroups",
                "elasticloadbalancing:SetSubnets",
            ],
            Resource: both,
            Condition: { StringEquals: owned(place) },
        },
        {
            Sid: "TagOwn",
            Effect: "Allow",
            Action: ["elasticloadbalancing:AddTags", "elasticloadbalancing:RemoveTags"],
            Resource: both,
            Condition: { Null: { [`aws:RequestTag/${OWNER_TAG}`]: "true" }, StringEquals: owned(place) },
        },
    ];
}

/** Listeners and rules do not always carry the owner's tag; to ask for it would stop the controller from reordering them. */
function listeners(place: ControllerPlace): readonly Statement[] {
    const elb = elbArn(place);
    return [
        {
            Sid: "CreateListeners",
            Effect: "Allow",
            Action: "elasticloadbalancing:CreateListener",
            Resource: `${elb}:loadbalancer/app/*/*`,
        },
        {
            Sid: "ManageListeners",
            Effect: "Allow",
            Action: [
                "elasticloadbalancing:AddListenerCertificates",
                "elasticloadbalancing:AddTags",
                "elasticloadbalancing:CreateRule",
                "elasticloadbalancing:DeleteListener",
                "elasticloadbalancing:DeleteRule",
                "elasticloadbalancing:ModifyListener",
                "elasticloadbalancing:ModifyListenerAttributes",
                "elasticloadbalancing:ModifyRule",
                "elasticloadbalancing:RemoveListenerCertificates",
                "elasticloadbalancing:RemoveTags",
                "elasticloadbalancing:SetRulePriorities",
            ],
            Resource: [`${elb}:listener/app/*/*/*`, `${elb}:listener-rule/app/*/*/*/*`],
        },
    ];
}

function elbArn({ partition, region, accountId }: ControllerPlace): string {
    return `arn:${partition}:elasticloadbalancing:${region}:${accountId}`;
}

function requested({ clusterName }: ControllerPlace): Record<string, string> {
    return { [`aws:RequestTag/${OWNER_TAG}`]: clusterName };
}

function owned({ clusterName }: ControllerPlace): Record<string, string> {
    return { [`aws:ResourceTag/${OWNER_TAG}`]: clusterName };
}
