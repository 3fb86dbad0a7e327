import { disallowPublicAccess } from "../public-access";

export const kmsKeyDisallowPublicPolicy = disallowPublicAccess({
    id: "kms-key-disallow-public-policy",
    title: "No key is open to everybody",
    why: "Strangers could decrypt whatever they get hold of, or lock the key.",
    fix: "Name the accounts, roles and services that use the key, or fix their account by a condition such as kms:CallerAccount",
    severity: "critical",
    controls: ["KMS.5"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-5"],
    documents: { "aws:kms/key:Key": "policy", "aws:kms/keyPolicy:KeyPolicy": "policy" },
});
