import { text } from "../protocol/values";
import type { ResourceRow, Rows } from "../resources/row";
import { arn, uuid } from "./arn";

/** A setting of a bucket: its id is the bucket's name, and it cannot move to another one. */
function setting(creates: string): ResourceRow {
    return { creates, id: (instance) => text(instance.inputs["bucket"]), replaceOn: ["bucket"] };
}

export const s3: Rows = {
    "aws:s3/bucket:Bucket": {
        creates: "s3:CreateBucket",
        id: (instance) => text(instance.inputs["bucket"]),
        outputs: (instance) => {
            const bucket = text(instance.inputs["bucket"]);
            return {
                arn: `arn:${instance.partition}:s3:::${bucket}`,
                bucketDomainName: `${bucket}.s3.amazonaws.com`,
                bucketRegionalDomainName: `${bucket}.s3.${instance.region}.amazonaws.com`,
                bucketRegion: instance.region,
                hostedZoneId: "Z1BKCTXD74EZPE",
            };
        },
        replaceOn: ["bucket", "bucketPrefix", "objectLockEnabled"],
        autoName: { property: "bucket", maxLength: 63, lowerCase: true },
    },
    "aws:s3/bucketPolicy:BucketPolicy": setting("s3:PutBucketPolicy"),
    "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock": setting("s3:PutBucketPublicAccessBlock"),
    "aws:s3/bucketVersioning:BucketVersioning": setting("s3:PutBucketVersioning"),
    "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration": setting("s3:PutLifecycleConfiguration"),
    "aws:s3/bucketOwnershipControls:BucketOwnershipControls": setting("s3:PutBucketOwnershipControls"),
    "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration": setting(
        "s3:PutEncryptionConfiguration",
    ),
    "aws:acm/certificate:Certificate": {
        creates: "acm:RequestCertificate",
        id: (instance) => arn(instance, "acm", `certificate/${uuid(instance)}`),
        outputs: (instance) => ({
            arn: instance.id,
            status: "PENDING_VALIDATION",
            type: "AMAZON_ISSUED",
            keyAlgorithm: "RSA_2048",
        }),
        replaceOn: [
            "domainName",
            "subjectAlternativeNames",
            "validationMethod",
            "keyAlgorithm",
            "certificateAuthorityArn",
            "validationOptions",
        ],
    },
};
