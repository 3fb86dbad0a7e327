import type { BucketPublicAccessBlockArgs } from "@pulumi/aws/s3";
import { controls } from "../control";
import { equalTo } from "../requirement";

const PAGE = "https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html";

export const s3Controls = [
    ...controls<BucketPublicAccessBlockArgs>("aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock", [
        {
            id: "s3-public-access-block-require-block-acls",
            title: "Public access blocks set blockPublicAcls",
            property: "blockPublicAcls",
            must: equalTo(true),
            absentIs: false,
            severity: "high",
            controls: [
                "S3.8",
                "CIS-AWS-3.0.0/2.1.4",
                "CIS-AWS-5.0.0/2.1.4",
                "CIS-AWS-6.0.0/3.1.4",
                "CIS-AWS-7.0.0/3.1.4",
            ],
            why: "A public ACL could be put on an object.",
            fix: "Set blockPublicAcls to true.",
            links: [`${PAGE}#s3-8`],
            violatedBy: false,
        },
        {
            id: "s3-public-access-block-require-ignore-acls",
            title: "Public access blocks set ignorePublicAcls",
            property: "ignorePublicAcls",
            must: equalTo(true),
            absentIs: false,
            severity: "high",
            controls: [
                "S3.8",
                "CIS-AWS-3.0.0/2.1.4",
                "CIS-AWS-5.0.0/2.1.4",
                "CIS-AWS-6.0.0/3.1.4",
                "CIS-AWS-7.0.0/3.1.4",
            ],
            why: "Public ACLs from before would still hold.",
            fix: "Set ignorePublicAcls to true.",
            links: [`${PAGE}#s3-8`],
            violatedBy: false,
        },
        {
            id: "s3-public-access-block-require-block-policy",
            title: "Public access blocks set blockPublicPolicy",
            property: "blockPublicPolicy",
            must: equalTo(true),
            absentIs: false,
            severity: "high",
            controls: [
                "S3.8",
                "CIS-AWS-3.0.0/2.1.4",
                "CIS-AWS-5.0.0/2.1.4",
                "CIS-AWS-6.0.0/3.1.4",
                "CIS-AWS-7.0.0/3.1.4",
            ],
            why: "A public bucket policy would be accepted.",
            fix: "Set blockPublicPolicy to true.",
            links: [`${PAGE}#s3-8`],
            violatedBy: false,
        },
        {
            id: "s3-public-access-block-require-restrict-buckets",
            title: "Public access blocks set restrictPublicBuckets",
            property: "restrictPublicBuckets",
            must: equalTo(true),
            absentIs: false,
            severity: "high",
            controls: [
                "S3.8",
                "CIS-AWS-3.0.0/2.1.4",
                "CIS-AWS-5.0.0/2.1.4",
                "CIS-AWS-6.0.0/3.1.4",
                "CIS-AWS-7.0.0/3.1.4",
            ],
            why: "A public policy from before would still let strangers in.",
            fix: "Set restrictPublicBuckets to true.",
            links: [`${PAGE}#s3-8`],
            violatedBy: false,
        },
    ]),
];
