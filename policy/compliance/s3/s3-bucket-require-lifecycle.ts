import { bucketsHave, givenInside } from "./buckets";

export const s3BucketRequireLifecycle = bucketsHave({
    id: "s3-bucket-require-lifecycle",
    title: "Objects in every bucket go, or go to cheaper storage",
    why: "Old versions, half uploads and logs would be paid for for ever.",
    fix: "Make a BucketLifecycleConfiguration for it",
    severity: "medium",
    controls: ["S3.10", "S3.13"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-13"],
    companions: [
        "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
        "aws:s3/bucketLifecycleConfigurationV2:BucketLifecycleConfigurationV2",
    ],
    inside: (bucket) => givenInside(bucket, "lifecycleRules.0") !== undefined,
    missing: "no BucketLifecycleConfiguration names it",
});
