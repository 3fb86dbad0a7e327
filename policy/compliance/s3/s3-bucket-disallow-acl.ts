import { stackPolicy } from "../../policy";
import { BUCKETS, companionsOf } from "./buckets";

const ACL = "aws:s3/bucketAcl:BucketAcl";
const OWNERSHIP = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";

export const s3BucketDisallowAcl = stackPolicy({
    id: "s3-bucket-disallow-acl",
    title: "No bucket is governed by ACLs",
    why: "An object that another account writes would belong to that account, and an ACL is a second door beside the policy.",
    fix: "Set rule.objectOwnership to BucketOwnerEnforced, or make no BucketOwnershipControls, and grant nothing by an ACL",
    severity: "medium",
    controls: ["S3.12"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-12"],
    types: BUCKETS,
    check: (stack, report) =>
        report.each(stack.ofType(...BUCKETS), (bucket) => {
            // Without controls AWS enforces the owner, since April 2023.
            report.each(companionsOf(bucket, [OWNERSHIP], stack), (controls) => {
                const place = controls.properties.at("rule.objectOwnership");
                if (place.text() === "BucketOwnerEnforced") return;
                report.violation(
                    `${controls.label}: ${place.path} is ${place.shown()}; it must be BucketOwnerEnforced. Set it.`,
                    controls,
                );
            });
            for (const acl of companionsOf(bucket, [ACL], stack)) {
                if (!acl.gives("accessControlPolicy")) continue;
                report.violation(
                    `${acl.label}: accessControlPolicy is set; a bucket policy must say who may do what. Leave it out.`,
                    acl,
                );
            }
        }),
});
