import type { Samples } from "../../test/policy/cases";

export const samples: Samples = {
    inputs: {
        "aws:backup/vault:Vault": {
            name: "stores",
            kmsKeyArn: "arn:aws:kms:eu-west-1:123456789012:key/1",
        },
    },
};
