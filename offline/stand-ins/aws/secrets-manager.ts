import { text } from "../protocol/values";
import type { Rows } from "../resources/row";
import { arn, uuid } from "./arn";

const ofSecret = (instance: Parameters<Rows[string]["id"]>[0]) =>
    text(instance.inputs["secretArn"] ?? instance.inputs["secretId"]);

export const secretsManager: Rows = {
    "aws:secretsmanager/secret:Secret": {
        creates: "secretsmanager:CreateSecret",
        id: (instance) => arn(instance, "secretsmanager", `secret:${text(instance.inputs["name"])}-${instance.hex(6)}`),
        outputs: (instance) => ({ arn: instance.id }),
        replaceOn: ["name", "namePrefix", "type"],
    },
    "aws:secretsmanager/secretVersion:SecretVersion": {
        creates: "secretsmanager:PutSecretValue",
        id: (instance) => `${text(instance.inputs["secretId"])}|terraform-${uuid(instance)}`,
        outputs: (instance) => ({
            arn: text(instance.inputs["secretId"]),
            secretArn: text(instance.inputs["secretId"]),
            versionId: `terraform-${uuid(instance)}`,
            versionStages: ["AWSCURRENT"],
            hasSecretStringWo: (instance.inputs["secretStringWo"] ?? null) !== null,
        }),
        replaceOn: ["secretId", "secretString", "secretBinary", "secretStringWoVersion"],
    },
    "aws:secretsmanager/secretPolicy:SecretPolicy": {
        creates: "secretsmanager:PutResourcePolicy",
        id: ofSecret,
        replaceOn: ["secretArn"],
    },
    "aws:secretsmanager/secretRotation:SecretRotation": {
        creates: "secretsmanager:RotateSecret",
        id: ofSecret,
        outputs: () => ({ rotationEnabled: true }),
        replaceOn: ["secretId"],
    },
};
