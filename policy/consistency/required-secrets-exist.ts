import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { type Report, releasePolicy } from "../policy";

const SECRET = "aws:secretsmanager/secret:Secret";
const VERSION = "aws:secretsmanager/secretVersion:SecretVersion";
const PASSWORD = "random:index/randomPassword:RandomPassword";

/** Source: https://docs.kaireonai.com/platform/ops/env-vars */
const REQUIRED = [
    "NEXTAUTH_SECRET",
    "JWT_SIGNING_SECRET",
    "CONNECTOR_ENCRYPTION_KEY",
    "WEBHOOK_SIGNING_SECRET",
    "API_KEY_PEPPER",
    "CRON_SECRET",
];

export const requiredSecretsExist = releasePolicy({
    id: "required-secrets-exist",
    title: "Every secret that the application needs in production is in the secret that the chart reads",
    why: "Without one of them, or with one that is too short, pods exit in start-up validation.",
    fix: "Generate each with 32 characters or more, put it into the secret and list it in externalSecrets.application.keys",
    severity: "high",
    pitfalls: ["P-SEC-05"],
    links: ["https://docs.kaireonai.com/platform/ops/env-vars"],
    settings: {
        minimumLength: { description: "Characters that a generated secret has at least", default: 32, minimum: 32 },
    },
    check: (release, stack, report, { minimumLength }) => {
        const { values, label, resource } = release;
        if (values.text("config.NODE_ENV") !== "production") return;
        if (values.flag("externalSecrets.enabled") !== true)
            throw new CannotTell(
                `${label}: where pods get the application's secrets does not show in the values`,
                resource.urn,
            );
        const arn = values.at("externalSecrets.application.secretArn");
        if (arn.state !== "unknown" && (arn.text() ?? "") === "")
            report.violation(
                `${label}: ${arn.path} is ${arn.shown()}: pods get none of ${REQUIRED.join(", ")}. Give the secret's ARN.`,
                resource,
            );
        const listed = values.texts("externalSecrets.application.keys");
        const missing = REQUIRED.filter((name) => !listed.includes(name));
        if (missing.length > 0)
            report.violation(
                `${label}: values.externalSecrets.application.keys lacks ${missing.join(", ")}, which pods need in production. Add it.`,
                resource,
            );
        report.each(versionsWithGenerated(release, stack), (version) =>
            checkVersion(version, listed, minimumLength, report),
        );
    },
});

/** The versions of secrets that the release refers to and that are made of generated passwords: the application's own. */
function versionsWithGenerated(release: Release, stack: Stack): readonly StackResource[] {
    return stack
        .ofType(VERSION)
        .filter((version) =>
            version.references("secretId", SECRET, stack.ofType(SECRET)).some((one) => release.usesOutputOf(one)),
        )
        .filter((version) => version.sources("secretString").filter(({ type }) => type === PASSWORD).length > 1);
}

function checkVersion(version: StackResource, listed: readonly string[], minimumLength: number, report: Report): void {
    const generated = version.sources("secretString").filter(({ type }) => type === PASSWORD);
    for (const password of generated) {
        const length = password.properties.number("length") ?? 0;
        if (length < minimumLength)
            report.violation(
                `${password.label}: length is ${length}; it must be at least ${minimumLength} for the application to start. Raise it.`,
                password,
            );
    }
    if (generated.length < listed.length)
        report.violation(
            `${version.label}: secretString is made of ${generated.length} generated passwords, but values.externalSecrets.application.keys lists ${listed.length}. Generate the others.`,
            version,
        );
    const there = version.properties.json("secretString").names();
    const missing = listed.filter((name) => !there.includes(name));
    if (missing.length > 0)
        report.violation(
            `${version.label}: secretString has no key ${missing.join(", ")}, which the values ask for. Add it.`,
            version,
        );
}
