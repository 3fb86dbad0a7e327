import { bucketsHave } from "./buckets";

export const s3BucketRequirePublicAccessBlock = bucketsHave({
    id: "s3-bucket-require-public-access-block",
    title: "Every bucket has a public access block",
    why: "Public ACLs and policies, made by mistake, would hold.",
    fix: "Make a BucketPublicAccessBlock for it with all four settings true",
    severity: "high",
    controls: ["S3.8", "CIS-AWS-3.0.0/2.1.4", "CIS-AWS-5.0.0/2.1.4", "CIS-AWS-6.0.0/3.1.4", "CIS-AWS-7.0.0/3.1.4"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-8"],
    companions: ["aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock"],
    missing: "no BucketPublicAccessBlock names it",
});
