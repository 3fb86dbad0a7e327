import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { View } from "../graph/view";
import { type Report, stackPolicy } from "../policy";
import { secretTexts } from "./secret-texts";

/** Whose properties people read: what is called a secret in them counts too. */
const READ_BY_PEOPLE = [
    "kubernetes:helm.sh/v3:Release",
    "kubernetes:helm.sh/v4:Chart",
    "kubernetes:core/v1:ConfigMap",
    "pulumi:pulumi:Stack",
];

/** What makes secrets: an output of them in a Helm value ends in the release's own Secret and in its history. */
const GENERATORS = [
    "random:index/randomPassword:RandomPassword",
    "random:index/randomBytes:RandomBytes",
    "tls:index/privateKey:PrivateKey",
    "aws:iam/accessKey:AccessKey",
];

/** Made to hold secrets; that they are kept encrypted is the state's affair. */
const HOLDERS =
    /^(kubernetes:core\/v1:Secret|aws:secretsmanager\/|aws:ssm\/parameter:|pulumi:providers:|random:|tls:|command:)/;

export const noSecretsInPlainValues = stackPolicy({
    id: "no-secrets-in-plain-values",
    title: "No Helm value, stack output or plain property is a secret",
    why: "It is in the state, in the release's own Secret with every revision, and in the preview's output of every pull request.",
    fix: "Keep it in Secrets Manager and give the chart the secret's ARN",
    severity: "critical",
    pitfalls: ["P-SEC-04"],
    links: ["https://www.pulumi.com/docs/iac/concepts/secrets/", "https://docs.kaireonai.com/platform/ops/env-vars"],
    check: (stack, report) => {
        report.each(stack.resources, (resource) => {
            if (HOLDERS.test(resource.type)) return;
            const byName = READ_BY_PEOPLE.includes(resource.type);
            for (const { path, looksLike } of texts(resource, byName))
                report.violation(
                    `${resource.label}: ${path} looks like ${looksLike}; it must not be plain text. Keep it in Secrets Manager and refer to it.`,
                    resource,
                );
        });
        checkGenerated(stack, report);
    },
});

function texts(resource: StackResource, byName: boolean) {
    return secretTexts(new View(resource.properties.raw, resource), byName);
}

function checkGenerated(stack: Stack, report: Report): void {
    for (const release of stack.ofType(...READ_BY_PEOPLE)) {
        const generator = [...release.sources("values"), ...release.sources("data")].find(({ type }) =>
            GENERATORS.includes(type),
        );
        if (generator === undefined) continue;
        report.violation(
            `${release.label}: values are made of ${generator.label}, so the secret is in the release and its history. Store it in Secrets Manager and give the chart the ARN.`,
            release,
        );
    }
}
