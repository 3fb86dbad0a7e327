import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { policyDocument, type Statement } from "../iam/policy-document";
import type { VpcArgs } from "./vpc";

/** Records every accepted and rejected connection of the VPC in CloudWatch Logs, in steps of ten minutes. */
export function createFlowLog(name: string, args: VpcArgs, vpc: ec2.Vpc, child: pulumi.CustomResourceOptions): void {
    const logs = new cloudwatch.LogGroup(
        `${name}-flow`,
        {
            retentionInDays: args.flowLogRetentionDays,
            ...(args.logKeyArn === undefined ? {} : { kmsKeyId: args.logKeyArn }),
        },
        child,
    );
    const role = new iam.Role(
        `${name}-flow`,
        {
            assumeRolePolicy: policyDocument([flowLogTrust(args)]),
            description: `Writes the flow log of the VPC ${name}`,
        },
        child,
    );
    const policy = new iam.RolePolicy(
        `${name}-flow`,
        { role: role.name, policy: policyDocument(flowLogStatements(logs.arn)) },
        child,
    );
    new ec2.FlowLog(
        `${name}-flow`,
        {
            vpcId: vpc.id,
            trafficType: "ALL",
            logDestinationType: "cloud-watch-logs",
            logDestination: logs.arn,
            iamRoleArn: role.arn,
            maxAggregationInterval: 600,
            tags: { Name: name },
        },
        { ...child, dependsOn: policy },
    );
}

/** Flow logs of this account and region alone: another account's could otherwise be pointed at the role. */
export function flowLogTrust(args: Pick<VpcArgs, "accountId" | "partition" | "region">): Statement {
    return {
        Effect: "Allow",
        Principal: { Service: "vpc-flow-logs.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
            StringEquals: { "aws:SourceAccount": args.accountId },
            ArnLike: {
                "aws:SourceArn": `arn:${args.partition}:ec2:${args.region}:${args.accountId}:vpc-flow-log/*`,
            },
        },
    };
}

/** https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html, narrowed to the one log group. */
export function flowLogStatements(logGroupArn: pulumi.Input<string>): readonly Statement[] {
    return [
        {
            Effect: "Allow",
            Action: ["logs:CreateLogStream", "logs:DescribeLogStreams", "logs:PutLogEvents"],
            Resource: [logGroupArn, pulumi.interpolate`${logGroupArn}:*`],
        },
        { Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
    ];
}
