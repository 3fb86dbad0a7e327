import { text } from "../protocol/values";
import type { Rows } from "../resources/row";
import { arn, resourceName, uuid } from "./arn";

export const kms: Rows = {
    "aws:kms/key:Key": {
        creates: "kms:CreateKey",
        id: (instance) => uuid(instance),
        outputs: (instance) => ({
            arn: arn(instance, "kms", `key/${instance.id}`),
            keyId: instance.id,
            rotationPeriodInDays: instance.inputs["enableKeyRotation"] === true ? 365 : 0,
        }),
        replaceOn: ["customKeyStoreId", "customerMasterKeySpec", "keyUsage", "multiRegion", "xksKeyId"],
        defaults: {
            bypassPolicyLockoutSafetyCheck: false,
            customerMasterKeySpec: "SYMMETRIC_DEFAULT",
            isEnabled: true,
            keyUsage: "ENCRYPT_DECRYPT",
        },
    },
    "aws:kms/alias:Alias": {
        creates: "kms:CreateAlias",
        id: (instance) => text(instance.inputs["name"]),
        outputs: (instance) => {
            const key = resourceName(text(instance.inputs["targetKeyId"]));
            return {
                arn: arn(instance, "kms", text(instance.inputs["name"])),
                targetKeyArn: arn(instance, "kms", `key/${key}`),
            };
        },
        replaceOn: ["name", "namePrefix"],
        recompute: ["targetKeyArn"],
        autoName: { maxLength: 238, prefix: "alias/" },
        refuse: ({ name }) =>
            text(name).startsWith("alias/")
                ? undefined
                : {
                      property: "name",
                      problem: `name is "${text(name)}"; a KMS alias begins with alias/. Write alias/${text(name)}.`,
                  },
    },
    "aws:kms/keyPolicy:KeyPolicy": {
        creates: "kms:PutKeyPolicy",
        id: (instance) => text(instance.inputs["keyId"]),
        replaceOn: ["keyId"],
    },
};
