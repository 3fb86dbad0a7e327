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
        "aws:s3/bucketAcl:BucketAcl": { bucket: "reports", acl: "private" },
        "aws:s3/bucket:Bucket": { bucket: "reports", acl: "private" },
    },
};
