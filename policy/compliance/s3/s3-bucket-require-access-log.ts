import { bucketsHave, givenInside } from "./buckets";

const LOGGING = ["aws:s3/bucketLogging:BucketLogging", "aws:s3/bucketLoggingV2:BucketLoggingV2"];

export const s3BucketRequireAccessLog = bucketsHave({
    id: "s3-bucket-require-access-log",
    title: "Requests to every bucket are logged",
    why: "Who read or deleted an object could not be found out.",
    fix: "Make a BucketLogging for it",
    severity: "medium",
    controls: ["S3.9"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-9"],
    companions: ["aws:s3/bucketLogging:BucketLogging", "aws:s3/bucketLoggingV2:BucketLoggingV2"],
    inside: (bucket) => givenInside(bucket, "logging.targetBucket", "loggings.0.targetBucket") !== undefined,
    missing: "no BucketLogging names it",

    // A bucket that logs to itself never comes to rest.
    exempt: (bucket, stack) =>
        LOGGING.some((type) => stack.referringTo(bucket, type, "targetBucket").length > 0) ||
        stack.referringTo(bucket, "aws:lb/loadBalancer:LoadBalancer", "accessLogs").length > 0,
});
