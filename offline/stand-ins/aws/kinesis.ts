import { fields, isUnknown, type PropertyMap, text } from "../protocol/values";
import type { Instance, Refusal, Rows } from "../resources/row";
import { arn } from "./arn";

const CREATED_AT = "2026-01-01T00:00:00Z";

function of(instance: Instance, input: string): string {
    return text(instance.inputs[input]);
}

export const kinesis: Rows = {
    "aws:kinesis/stream:Stream": {
        creates: "kinesis:CreateStream",
        id: (instance) => arn(instance, "kinesis", `stream/${of(instance, "name")}`),
        outputs: (instance) => ({
            arn: instance.id,
            maxRecordSizeInKib: 1024,
            streamModeDetails: { streamMode: "PROVISIONED" },
        }),
        // The mode, the shards, the key and the retention all change while the stream is in use.
        replaceOn: ["name"],
        autoName: { maxLength: 128 },
        refuse: refuseStream,
    },
    "aws:kinesis/streamConsumer:StreamConsumer": {
        creates: "kinesis:RegisterStreamConsumer",
        id: (instance) => `${of(instance, "streamArn")}/consumer/${of(instance, "name")}:1767225600`,
        outputs: (instance) => ({ arn: instance.id, creationTimestamp: CREATED_AT }),
        replaceOn: ["name", "streamArn"],
        autoName: { maxLength: 128 },
    },
    "aws:kinesis/resourcePolicy:ResourcePolicy": {
        creates: "kinesis:PutResourcePolicy",
        id: (instance) => of(instance, "resourceArn"),
        replaceOn: ["resourceArn"],
    },
};

/** A stream without a mode is a provisioned one. */
function refuseStream(inputs: PropertyMap): Refusal | undefined {
    const mode = text(fields(inputs["streamModeDetails"])["streamMode"]) || "PROVISIONED";
    const shards = inputs["shardCount"] ?? 0;
    if (mode === "ON_DEMAND" && shards !== 0) {
        return {
            property: "shardCount",
            problem: "shardCount must not be set when streamMode is ON_DEMAND. Remove it.",
        };
    }
    if (mode === "PROVISIONED" && !isUnknown(shards) && !(Number(shards) >= 1)) {
        return {
            property: "shardCount",
            problem: "shardCount must be at least 1 when streamMode is PROVISIONED. Set it.",
        };
    }
    if (inputs["encryptionType"] === "KMS" && (inputs["kmsKeyId"] ?? null) === null) {
        return { property: "kmsKeyId", problem: "encryptionType KMS needs kmsKeyId. Set it." };
    }
    return (
        refuseOutside(inputs, "retentionPeriod", 24, 8760, "hours") ??
        refuseOutside(inputs, "maxRecordSizeInKib", 1024, 10240, "KiB")
    );
}

/** https://docs.aws.amazon.com/streams/latest/dev/service-sizes-and-limits.html */
function refuseOutside(
    inputs: PropertyMap,
    property: string,
    least: number,
    most: number,
    unit: string,
): Refusal | undefined {
    const value = inputs[property];
    if (typeof value !== "number" || (value >= least && value <= most)) return undefined;
    return { property, problem: `${property} is ${value}; Kinesis allows ${least} to ${most} ${unit}. Correct it.` };
}
