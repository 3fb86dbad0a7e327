import type { SecretArgs, SecretPolicyArgs } from "@pulumi/aws/secretsmanager";
import { controls } from "../control";
import { equalTo, given, ownKey } from "../requirement";

export const secretsmanagerControls = [
    ...controls<SecretArgs>("aws:secretsmanager/secret:Secret", [
        {
            id: "secretsmanager-secret-require-customer-key",
            title: "Secrets are encrypted with a key of the stack",
            property: "kmsKeyId",
            must: ownKey(),
            severity: "low",
            controls: ["CKV_AWS_149"],
            why: "Whoever may read the secret could decrypt it too: the account's shared key is open to all of the account.",
            fix: "Set kmsKeyId to the ARN of a KMS key of this stack.",
            links: ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/security-encryption.html"],
            violatedBy: "alias/aws/secretsmanager",
        },
        {
            id: "secretsmanager-secret-require-description",
            title: "Secrets say what they are for",
            property: "description",
            must: given("a description"),
            severity: "low",
            controls: ["aws-secretsmanager-secret-missing-description"],
            why: "Nobody knows whom a rotation or deletion hurts.",
            fix: "Set description to who uses the secret.",
            links: ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_create-basic-secret.html"],
            violatedBy: "",
        },
    ]),
    ...controls<SecretPolicyArgs>("aws:secretsmanager/secretPolicy:SecretPolicy", [
        {
            id: "secretsmanager-secret-policy-require-block-public",
            title: "Policies of secrets are checked for public access by AWS",
            property: "blockPublicPolicy",
            must: equalTo(true),
            absentIs: false,
            severity: "high",
            controls: ["secretsmanager_not_publicly_accessible"],
            why: "A policy that is made wider by mistake would be accepted.",
            fix: "Set blockPublicPolicy to true.",
            links: [
                "https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html",
            ],
            violatedBy: false,
        },
    ]),
];
