import { isUnknown, type PropertyMap, type PropertyValue, text } from "../protocol/values";
import type { Refusal, Rows } from "../resources/row";
import { arn, resourceName } from "./arn";

export const dynamodb: Rows = {
    "aws:dynamodb/table:Table": {
        creates: "dynamodb:CreateTable",
        id: (instance) => text(instance.inputs["name"]),
        outputs: (instance) => {
            const table = arn(instance, "dynamodb", `table/${text(instance.inputs["name"])}`);
            const units = isProvisioned(instance.inputs) ? 1 : 0;
            const stream = instance.inputs["streamEnabled"] === true ? `${table}/stream/2026-01-01T00:00:00.000` : "";
            return {
                arn: table,
                streamArn: stream,
                streamLabel: stream === "" ? "" : resourceName(stream),
                readCapacity: units,
                writeCapacity: units,
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
        recompute: ["readCapacity", "writeCapacity"],
        refuse: refuseCapacity,
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
};

function isLower(old: PropertyValue | undefined, now: PropertyValue | undefined): boolean {
    return typeof old === "number" && typeof now === "number" && now !== 0 && now < old;
}

/**
 * Units are of a provisioned table alone. A table that exists has them from AWS where the program gives none; while the billing mode
 * changes, those of the old mode may still be there, because whoever scales a table by policy ignores what becomes of its units.
 * https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table
 */
function refuseCapacity(inputs: PropertyMap, oldInputs: PropertyMap): Refusal | undefined {
    if (isUnknown(inputs["billingMode"])) return undefined;
    const exists = Object.keys(oldInputs).length > 0;
    const provisioned = isProvisioned(inputs);
    for (const property of ["readCapacity", "writeCapacity"]) {
        const units = inputs[property] ?? 0;
        if (provisioned && units === 0 && !exists) {
            return { property, problem: `${property} must be at least 1 when billingMode is "PROVISIONED". Set it.` };
        }
        if (!provisioned && units !== 0 && !(exists && isProvisioned(oldInputs))) {
            const problem = `${property} can not be set when billingMode is "PAY_PER_REQUEST". Remove it.`;
            return { property, problem };
        }
    }
    return undefined;
}

/** The mode of a table that names none, too. */
function isProvisioned(inputs: PropertyMap): boolean {
    return (text(inputs["billingMode"]) || "PROVISIONED") === "PROVISIONED";
}
