import type { StorePlacement } from "./backend";

/** The placement that the stores' tests start from; each changes what it is about. */
export const PLACEMENT: StorePlacement = {
    vpcId: "vpc-1",
    subnets: [
        { zone: "eu-west-1a", id: "subnet-a", cidr: "10.64.96.0/24" },
        { zone: "eu-west-1b", id: "subnet-b", cidr: "10.64.97.0/24" },
        { zone: "eu-west-1c", id: "subnet-c", cidr: "10.64.98.0/24" },
    ],
    clientSecurityGroupId: "sg-nodes",
    region: "eu-west-1",
    accountId: "111122223333",
    partition: "aws",
    namePrefix: "kaireon-large",
    protect: true,
    alarmTopicArn: "arn:aws:sns:eu-west-1:111122223333:alarms",
    logRetentionDays: 365,
};

/** The same stack, made to be destroyed. */
export const THROW_AWAY: StorePlacement = { ...PLACEMENT, protect: false };

/** `type name` without the alarms, which each store's rows name. */
export function withoutAlarms(children: readonly string[]): string[] {
    return children.filter((child) => !child.startsWith("aws:cloudwatch/metricAlarm:MetricAlarm "));
}
