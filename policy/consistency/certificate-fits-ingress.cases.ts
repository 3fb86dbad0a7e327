import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const AT = `${RELEASE} kaireon`;
const LABEL = `kaireon (${RELEASE})`;
const CERTIFICATE = "aws:acm/certificate:Certificate";
const VALIDATION = "aws:acm/certificateValidation:CertificateValidation";
const SOURCES = ["postgres", "redis", "search", "kafka", "interactions", "secrets", "redis-auth"];

/** The certificate is made by the stack, and the values take its ARN. */
const own = (stack: StackFixture, domainName: string, more: readonly string[] = []) =>
    stack
        .add({
            type: CERTIFICATE,
            name: "tls",
            props: {
                domainName,
                subjectAlternativeNames: more,
                validationMethod: "DNS",
                keyAlgorithm: "EC_prime256v1",
                options: { certificateTransparencyLoggingPreference: "ENABLED" },
            },
        })
        .setValueUnknown("ingress.certificateArn")
        .setSources(RELEASE, "kaireon", "values", [...SOURCES, "tls"]);

export const cases: PolicyCases = {
    violations: [
        {
            when: "it covers another host",
            change: (stack) => own(stack, "example.com", ["*.api.example.com"]),
            at: AT,
            message: `${LABEL}: values.ingress.host is kaireon.example.com, but tls (${CERTIFICATE}) covers only example.com, *.api.example.com. Add the host to it.`,
        },
        {
            when: "the release does not wait for its validation",
            change: (stack) =>
                own(stack, "kaireon.example.com").add({
                    type: VALIDATION,
                    name: "tls-valid",
                    props: {},
                    from: { certificateArn: ["tls"] },
                }),
            at: AT,
            message:
                `${LABEL}: values.ingress.certificateArn is of tls (${CERTIFICATE}), but the release does not wait for tls-valid (${VALIDATION}). ` +
                "Take the ARN from there.",
        },
    ],
    absent: [
        { when: "there is no ingress", change: (stack) => own(stack, "other.org").unsetValue("ingress"), passes: true },
        {
            when: "it has no other names",
            change: (stack) => own(stack, "*.example.com").unset(CERTIFICATE, "tls", "subjectAlternativeNames"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "its name is not known",
            change: (stack) => own(stack, "kaireon.example.com").setUnknown(CERTIFICATE, "tls", "domainName"),
            unchecked: `tls (${CERTIFICATE}): domainName is not known before the update`,
        },
    ],
    passes: [
        {
            when: "a certificate for something else is of the stack too",
            change: (stack) => stack.add({ type: CERTIFICATE, name: "other", props: { domainName: "shop.org" } }),
        },
    ],
};
