import type { StackFixture } from "../../../test/policy/stack-fixture";

export const BUCKET = "aws:s3/bucket:Bucket";
export const BLOCK = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
export const POLICY = "aws:s3/bucketPolicy:BucketPolicy";
export const LOGGING = "aws:s3/bucketLogging:BucketLogging";
export const LIFECYCLE = "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration";
export const VERSIONING = "aws:s3/bucketVersioning:BucketVersioning";
export const ENCRYPTION = "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration";
export const OWNERSHIP = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";
export const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";

const DENY_PLAIN = {
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: ["arn:aws:s3:::reports", "arn:aws:s3:::reports/*"],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
};

/** A bucket policy that refuses requests without TLS, with more statements. */
export const policy = (...more: readonly unknown[]): string => JSON.stringify({ Statement: [DENY_PLAIN, ...more] });

const COMPANIONS: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
    [BLOCK]: { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    [POLICY]: { policy: policy() },
    [LOGGING]: { targetBucket: "logs-of-the-account" },
    [LIFECYCLE]: { rules: [{ id: "expire", status: "Enabled", expiration: { days: 365 } }] },
    [VERSIONING]: { versioningConfiguration: { status: "Enabled" } },
    [ENCRYPTION]: {
        rules: [
            {
                applyServerSideEncryptionByDefault: {
                    sseAlgorithm: "aws:kms",
                    kmsMasterKeyId: "arn:aws:kms:eu-west-1:123456789012:key/1",
                },
            },
        ],
    },
    [OWNERSHIP]: { rule: { objectOwnership: "BucketOwnerEnforced" } },
};

/** The name of the resource of a type that goes with the bucket. */
export const companionName = (type: string): string => `reports-${type.split(":").at(-1)}`;

/** A bucket that every policy accepts, `reports`, with all that goes with it but one; or with other properties of one. */
export function addBucket(
    stack: StackFixture,
    change: {
        /** Properties of the bucket itself. */
        readonly inside?: Readonly<Record<string, unknown>>;
        readonly without?: string;
        readonly but?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    } = {},
): StackFixture {
    stack.add({ type: BUCKET, name: "reports", props: { bucket: "reports", ...change.inside } });
    for (const [type, props] of Object.entries({ ...COMPANIONS, ...change.but }))
        if (type !== change.without)
            stack.add({ type, name: companionName(type), props, from: { bucket: ["reports"] } });
    return stack;
}
