import { type Statement, statementsOf } from "../../graph/iam-document";
import { bucketsHave, givenInside } from "./buckets";

const deniesPlain = (statement: Statement): boolean =>
    statement.place.text("Effect") === "Deny" &&
    statement.covers("s3:GetObject") &&
    statement.covers("s3:PutObject") &&
    statement.principals.some((principal) => principal === "*" || principal === "AWS:*") &&
    statement.conditions.text(["Bool", "aws:SecureTransport"]) === "false";

export const s3BucketRequireTls = bucketsHave({
    id: "s3-bucket-require-tls",
    title: "Every bucket refuses requests without TLS",
    why: "Objects and signatures could cross the network in plain.",
    fix: "Make a BucketPolicy for it that denies s3:* to everybody when aws:SecureTransport is false",
    severity: "medium",
    controls: ["S3.5", "CIS-AWS-3.0.0/2.1.1", "CIS-AWS-5.0.0/2.1.1", "CIS-AWS-6.0.0/3.1.1", "CIS-AWS-7.0.0/3.1.1"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/s3-controls.html#s3-5"],
    companions: ["aws:s3/bucketPolicy:BucketPolicy"],
    inside: (bucket) => {
        const policy = givenInside(bucket, "policy");
        return policy !== undefined && statementsOf(policy).some(deniesPlain);
    },
    missing: "no BucketPolicy names it",
    wrong: ({ properties }) =>
        statementsOf(properties.at("policy")).some(deniesPlain) ? undefined : "policy has no such statement",
});
