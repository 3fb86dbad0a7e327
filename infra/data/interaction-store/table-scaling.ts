import * as appautoscaling from "@pulumi/aws/appautoscaling";
import type * as pulumi from "@pulumi/pulumi";
import { TARGET_UTILIZATION_PERCENT, type TableCapacity } from "../../sizing/table-capacity";

/** Services whose tables Application Auto Scaling moves; their metrics are called alike. */
const METRIC_PREFIX = { dynamodb: "DynamoDB", cassandra: "Cassandra" } as const;

export interface TableScalingArgs {
    readonly service: keyof typeof METRIC_PREFIX;
    /** `table/<name>` of DynamoDB, `keyspace/<name>/table/<name>` of Keyspaces. */
    readonly resourceId: pulumi.Input<string>;
    readonly capacity: TableCapacity;
}

/**
 * A target and a policy for reads and for writes.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html,
 * https://docs.aws.amazon.com/keyspaces/latest/devguide/autoscaling.html
 */
export function scaleTable(name: string, args: TableScalingArgs, child: pulumi.CustomResourceOptions): void {
    for (const [key, kind] of [
        ["read", "Read"],
        ["write", "Write"],
    ] as const) {
        const { min, max } = args.capacity[key];
        const target = new appautoscaling.Target(
            `${name}-${key}`,
            {
                serviceNamespace: args.service,
                scalableDimension: `${args.service}:table:${kind}CapacityUnits`,
                resourceId: args.resourceId,
                minCapacity: min,
                maxCapacity: max,
            },
            child,
        );
        new appautoscaling.Policy(
            `${name}-${key}-scaling`,
            {
                serviceNamespace: target.serviceNamespace,
                scalableDimension: target.scalableDimension,
                resourceId: target.resourceId,
                policyType: "TargetTrackingScaling",
                targetTrackingScalingPolicyConfiguration: {
                    predefinedMetricSpecification: {
                        predefinedMetricType: `${METRIC_PREFIX[args.service]}${kind}CapacityUtilization`,
                    },
                    targetValue: TARGET_UTILIZATION_PERCENT,
                },
            },
            child,
        );
    }
}
