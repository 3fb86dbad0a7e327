import { statementsOf } from "../../graph/iam-document";
import { resourcePolicy } from "../../policy";

const ADMINISTRATION = [
    "s3:DeleteBucketPolicy",
    "s3:PutBucketAcl",
    "s3:PutBucketPolicy",
    "s3:PutEncryptionConfiguration",
    "s3:PutObjectAcl",
];

export const s3BucketPolicyLimitAdministration = resourcePolicy({
    id: "s3-bucket-policy-limit-administration",
    title: "No bucket policy hands out the bucket's own settings",
    why: "Another account could open the bucket to the world or shut its owner out; roles of the same account get such rights by their own policies.",
    fix: "Take the actions out of the bucket's policy, and give them to a role of the account by the role's policy",
    severity: "high",
    controls: ["S3.6"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-6"],
    types: ["aws:s3/bucketPolicy:BucketPolicy"],
    check: (resource, report) => {
        statementsOf(resource.properties.at("policy")).forEach((statement, index) => {
            if (!statement.allows) return;
            const who = statement.principals.filter(
                (principal) => principal.startsWith("AWS:") && principal !== "AWS:*",
            );
            const what = ADMINISTRATION.filter((action) => statement.covers(action));
            if (who.length === 0 || what.length === 0) return;
            report.violation(
                `${resource.label}: statement ${index + 1} of policy allows ${what.join(", ")} to ${who.map((one) => one.slice(4)).join(", ")}. Take them out.`,
                resource,
            );
        });
    },
});
