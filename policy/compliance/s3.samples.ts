import type { Samples } from "../../test/policy/cases";

export const samples: Samples = {
    inputs: {
        "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": {
            bucket: "logs",
            blockPublicAcls: true,
            ignorePublicAcls: true,
            blockPublicPolicy: true,
            restrictPublicBuckets: true,
        },
    },
};
