import type { Instance, ResourceRow, Rows } from "../resources/row";
import { arn, ec2Id } from "./arn";

const groupOutputs = (instance: Instance) => ({
    arn: arn(instance, "ec2", `security-group/${instance.id}`),
    ownerId: instance.accountId,
});

const RULE: Pick<ResourceRow, "id" | "outputs" | "replaceOn"> = {
    id: ec2Id("sgr"),
    outputs: (instance) => ({
        arn: arn(instance, "ec2", `security-group-rule/${instance.id}`),
        securityGroupRuleId: instance.id,
    }),
    replaceOn: ["securityGroupId"],
};

export const securityGroups: Rows = {
    "aws:ec2/securityGroup:SecurityGroup": {
        creates: "ec2:CreateSecurityGroup",
        id: ec2Id("sg"),
        outputs: groupOutputs,
        replaceOn: ["name", "namePrefix", "description", "vpcId"],
        defaults: { description: "Managed by Pulumi" },
    },
    "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup": {
        creates: "ec2:DescribeSecurityGroups",
        id: ec2Id("sg"),
        outputs: (instance) => ({
            ...groupOutputs(instance),
            name: "default",
            description: "default VPC security group",
        }),
        replaceOn: ["vpcId"],
    },
    "aws:ec2/securityGroupRule:SecurityGroupRule": {
        creates: "ec2:AuthorizeSecurityGroupIngress",
        id: (instance) => `sgrule-${Number.parseInt(instance.hex(8), 16)}`,
        outputs: (instance) => ({ securityGroupRuleId: `sgr-0${instance.hex(16)}` }),
        replaceOn: [
            "type",
            "fromPort",
            "toPort",
            "protocol",
            "cidrBlocks",
            "ipv6CidrBlocks",
            "prefixListIds",
            "securityGroupId",
            "self",
            "sourceSecurityGroupId",
        ],
        deleteBeforeReplace: true,
    },
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule": {
        creates: "ec2:AuthorizeSecurityGroupIngress",
        ...RULE,
    },
    "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule": { creates: "ec2:AuthorizeSecurityGroupEgress", ...RULE },
};
