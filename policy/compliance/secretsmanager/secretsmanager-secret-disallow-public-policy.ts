import { disallowPublicAccess } from "../public-access";

export const secretsmanagerSecretDisallowPublicPolicy = disallowPublicAccess({
    id: "secretsmanager-secret-disallow-public-policy",
    title: "No secret is open to everybody",
    why: "Strangers could read the secret.",
    fix: "Name the roles that read the secret",
    severity: "high",
    controls: ["secretsmanager_not_publicly_accessible"],
    links: ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/auth-and-access_resource-policies.html"],
    documents: {
        "aws:secretsmanager/secret:Secret": "policy",
        "aws:secretsmanager/secretPolicy:SecretPolicy": "policy",
    },
});
