import { type PropertyValue, text } from "../protocol/values";
import type { Rows } from "../resources/row";
import { arn, resourceName } from "./arn";

export const dynamodb: Rows = {
    "aws:dynamodb/table:Table": {
        creates: "dynamodb:CreateTable",
        id: (instance) => text(instance.inputs["name"]),
        outputs: (instance) => {
            const table = arn(instance, "dynamodb", `table/${text(instance.inputs["name"])}`);
            const stream = instance.inputs["streamEnabled"] === true ? `${table}/stream/2026-01-01T00:00:00.000` : "";
            return {
                arn: table,
                streamArn: stream,
                streamLabel: stream === "" ? "" : resourceName(stream),
                pointInTimeRecovery: { enabled: false, recoveryPeriodInDays: 35 },
                serverSideEncryption: { enabled: false },
                ttl: { enabled: false },
                warmThroughput: { readUnitsPerSecond: 12000, writeUnitsPerSecond: 4000 },
            };
        },
        replaceOn: [
            "name",
            "hashKey",
            "rangeKey",
            "localSecondaryIndexes",
            "importTable",
            "restoreSourceName",
            "restoreSourceTableArn",
        ],
        // Warm throughput can be raised, never lowered: a lower target would replace the table.
        replaceWhen: { "warmThroughput.readUnitsPerSecond": isLower, "warmThroughput.writeUnitsPerSecond": isLower },
        refuseDelete: (state) =>
            state["deletionProtectionEnabled"] === true
                ? "operation error DynamoDB: DeleteTable, https response error StatusCode: 400, ValidationException: Resource cannot be deleted as it is currently protected against deletion. Disable deletion protection first."
                : undefined,
    },
    "aws:dynamodb/resourcePolicy:ResourcePolicy": {
        creates: "dynamodb:PutResourcePolicy",
        id: (instance) => text(instance.inputs["resourceArn"]),
        outputs: (instance) => ({ revisionId: instance.hex(13) }),
        replaceOn: ["resourceArn"],
    },
    "aws:appautoscaling/target:Target": {
        creates: "application-autoscaling:RegisterScalableTarget",
        id: (instance) => text(instance.inputs["resourceId"]),
        outputs: (instance) => ({
            arn: arn(instance, "application-autoscaling", `scalable-target/${instance.hex(34)}`),
            roleArn: `arn:${instance.partition}:iam::${instance.accountId}:role/aws-service-role/${text(instance.inputs["serviceNamespace"])}.application-autoscaling.amazonaws.com/AWSServiceRoleForApplicationAutoScaling`,
        }),
        replaceOn: ["resourceId", "scalableDimension", "serviceNamespace"],
    },
    "aws:appautoscaling/policy:Policy": {
        creates: "application-autoscaling:PutScalingPolicy",
        id: (instance) => text(instance.inputs["name"]),
        outputs: (instance) => ({
            arn: arn(
                instance,
                "autoscaling",
                `scalingPolicy:${instance.hex(32)}:resource/${text(instance.inputs["serviceNamespace"])}/${text(instance.inputs["resourceId"])}:policyName/${text(instance.inputs["name"])}`,
            ),
        }),
        replaceOn: ["name", "resourceId", "scalableDimension", "serviceNamespace"],
    },
};

function isLower(old: PropertyValue | undefined, now: PropertyValue | undefined): boolean {
    return typeof old === "number" && typeof now === "number" && now !== 0 && now < old;
}
