import type { Samples } from "../../test/policy/cases";

export const samples: Samples = {
    inputs: {
        "aws:dynamodb/tableReplica:TableReplica": {
            globalTableArn: "arn:aws:dynamodb:eu-west-1:123456789012:table/interactions",
            kmsKeyArn: "arn:aws:kms:eu-central-1:123456789012:key/1",
        },
    },
    also: {
        "dynamodb-table-require-deletion-protection": { "protection-fits-stack": "the other stores are to be kept" },
    },
};
