import { disallowPublicAccess } from "../public-access";

export const s3BucketDisallowPublicPolicy = disallowPublicAccess({
    id: "s3-bucket-disallow-public-policy",
    title: "No bucket is open to everybody",
    why: "Strangers could read, write or delete what the bucket holds.",
    fix: "Name the principals, or fix their account by a condition such as aws:SourceAccount",
    severity: "critical",
    controls: ["S3.2", "S3.3"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-2"],
    documents: {
        "aws:s3/bucketPolicy:BucketPolicy": "policy",
        "aws:s3/bucket:Bucket": "policy",
        "aws:s3/bucketV2:BucketV2": "policy",
    },
});
