import type { Samples } from "../../test/policy/cases";

export const samples: Samples = {
    inputs: {
        "aws:keyspaces/table:Table": {
            keyspaceName: "kaireon",
            tableName: "interactions",
            encryptionSpecification: {
                type: "CUSTOMER_MANAGED_KMS_KEY",
                kmsKeyIdentifier: "arn:aws:kms:eu-west-1:123456789012:key/1",
            },
            pointInTimeRecovery: {
                status: "ENABLED",
            },
        },
    },
};
