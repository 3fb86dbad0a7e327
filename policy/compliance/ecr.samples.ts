import type { Samples } from "../../test/policy/cases";

export const samples: Samples = {
    inputs: {
        "aws:ecr/repository:Repository": {
            imageScanningConfiguration: {
                scanOnPush: true,
            },
            imageTagMutability: "IMMUTABLE",
            encryptionConfigurations: [
                {
                    encryptionType: "KMS",
                    kmsKey: "arn:aws:kms:eu-west-1:123456789012:key/1",
                },
            ],
        },
    },
};
