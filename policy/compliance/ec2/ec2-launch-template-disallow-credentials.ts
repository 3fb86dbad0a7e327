import { resourcePolicy } from "../../policy";

/** An access key of AWS, a private key, or a password that is assigned. */
const CREDENTIAL =
    /\b(AKIA|ASIA)[A-Z0-9]{16}\b|-----BEGIN [A-Z ]*PRIVATE KEY-----|aws_secret_access_key\s*[=:]|(password|passwd|secret|token)\s*[=:]\s*['"]?[^\s'"${]{6,}/i;

export const ec2LaunchTemplateDisallowCredentials = resourcePolicy({
    id: "ec2-launch-template-disallow-credentials",
    title: "The start script of nodes holds no credential",
    why: "Every pod that reaches the metadata service and everybody who may describe instances reads it.",
    fix: "Let the node ask Secrets Manager with its role",
    severity: "critical",
    controls: ["CKV_AWS_46"],
    links: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html"],
    types: ["aws:ec2/launchTemplate:LaunchTemplate"],
    check: ({ label, properties, urn }, report) => {
        const given = properties.text("userData") ?? "";
        const decoded = Buffer.from(given, "base64").toString("utf8");
        if (CREDENTIAL.test(given) || CREDENTIAL.test(decoded))
            report.violation(
                `${label}: userData holds what looks like a credential. Let the node ask Secrets Manager with its role.`,
                { urn },
            );
    },
});
