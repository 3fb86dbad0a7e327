import { isUnknown, type PropertyMap, text } from "../protocol/values";
import type { Instance, Refusal, Rows } from "../resources/row";
import { arn } from "./arn";

/**
 * What can be scaled: how its resource ids look, and the service-linked role that scales it.
 * https://docs.aws.amazon.com/autoscaling/application/userguide/integrated-services-list.html
 */
const SCALABLE: Readonly<
    Record<string, { readonly resourceId: RegExp; readonly looks: string; readonly role: string }>
> = {
    dynamodb: { resourceId: /^table\/[^/]+(\/index\/[^/]+)?$/, looks: "table/<table>", role: "DynamoDBTable" },
    cassandra: {
        resourceId: /^keyspace\/[^/]+\/table\/[^/]+$/,
        looks: "keyspace/<keyspace>/table/<table>",
        role: "CassandraTable",
    },
    kafka: { resourceId: /^arn:[^:]+:kafka:.+:cluster\//, looks: "the cluster's ARN", role: "KafkaCluster" },
};

function of(instance: Instance, input: string): string {
    return text(instance.inputs[input]);
}

export const applicationAutoscaling: Rows = {
    "aws:appautoscaling/target:Target": {
        creates: "application-autoscaling:RegisterScalableTarget",
        id: (instance) => of(instance, "resourceId"),
        outputs: (instance) => {
            const namespace = of(instance, "serviceNamespace");
            const role = `AWSServiceRoleForApplicationAutoScaling_${SCALABLE[namespace]?.role ?? ""}`;
            return {
                arn: arn(instance, "application-autoscaling", `scalable-target/${instance.hex(34)}`),
                roleArn: `arn:${instance.partition}:iam::${instance.accountId}:role/aws-service-role/${namespace}.application-autoscaling.amazonaws.com/${role}`,
                suspendedState: {
                    dynamicScalingInSuspended: false,
                    dynamicScalingOutSuspended: false,
                    scheduledScalingSuspended: false,
                },
            };
        },
        replaceOn: ["resourceId", "scalableDimension", "serviceNamespace"],
        refuse: refuseTarget,
    },
    "aws:appautoscaling/policy:Policy": {
        creates: "application-autoscaling:PutScalingPolicy",
        id: (instance) => of(instance, "name"),
        outputs: (instance) => ({
            arn: arn(
                instance,
                "autoscaling",
                `scalingPolicy:${instance.hex(32)}:resource/${of(instance, "serviceNamespace")}/${of(instance, "resourceId")}:policyName/${of(instance, "name")}`,
            ),
        }),
        replaceOn: ["name", "resourceId", "scalableDimension", "serviceNamespace"],
        refuse: refuseTarget,
    },
};

function refuseTarget(inputs: PropertyMap): Refusal | undefined {
    const [namespace, resourceId, dimension] = ["serviceNamespace", "resourceId", "scalableDimension"].map((name) =>
        text(inputs[name]),
    );
    if (namespace === undefined || isUnknown(namespace)) return undefined;
    const scalable = SCALABLE[namespace];
    if (scalable === undefined) {
        return {
            property: "serviceNamespace",
            problem: `it does not know serviceNamespace "${namespace}"; it knows ${Object.keys(SCALABLE).join(", ")}. Add it to offline/stand-ins/aws/application-autoscaling.ts.`,
        };
    }
    if (resourceId !== undefined && !isUnknown(resourceId) && !scalable.resourceId.test(resourceId)) {
        return {
            property: "resourceId",
            problem: `resourceId is "${resourceId}"; of ${namespace} it must be ${scalable.looks}. Correct it.`,
        };
    }
    if (dimension !== undefined && !isUnknown(dimension) && !dimension.startsWith(`${namespace}:`)) {
        return {
            property: "scalableDimension",
            problem: `scalableDimension is "${dimension}"; of ${namespace} it must begin with "${namespace}:". Correct it.`,
        };
    }
    return undefined;
}
