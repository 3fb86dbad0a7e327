import type { Samples } from "../../test/policy/cases";

export const samples: Samples = {
    inputs: {
        "aws:kinesis/stream:Stream": {
            encryptionType: "KMS",
            kmsKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1",
            retentionPeriod: 168,
            streamModeDetails: {
                streamMode: "ON_DEMAND",
            },
        },
    },
};
