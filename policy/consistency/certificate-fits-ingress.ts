import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { ingressSetting, usesLoadBalancer } from "./load-balancer";
import { waitsFor } from "./operators";

const CERTIFICATE = "aws:acm/certificate:Certificate";
const VALIDATION = "aws:acm/certificateValidation:CertificateValidation";

export const certificateFitsIngress = releasePolicy({
    id: "certificate-fits-ingress",
    title: "A certificate of the stack covers the ingress's host and is valid before the release",
    why: "The controller cannot make the listener with it: the update ends well, and nobody answers on port 443.",
    fix: "Ask for a certificate of the ingress's host, and let the release wait for its validation",
    severity: "medium",
    pitfalls: ["P-NET-08"],
    links: ["https://docs.aws.amazon.com/elasticloadbalancing/latest/application/https-listener-certificates.html"],
    check: (release, stack, report) => {
        if (!usesLoadBalancer(release)) return;
        const say = (problem: string) => report.violation(`${release.label}: ${problem}`, release.resource);
        const place = ingressSetting(release, "certificate-arn", "certificateArn");
        const own = stack.ofType(CERTIFICATE).filter((certificate) => isUsed(release, stack, certificate));
        report.each(own, (certificate) => {
            const host = release.values.text("ingress.host") ?? "";
            const names = namesOf(certificate);
            if (host !== "" && !names.some((name) => covers(name, host)))
                say(
                    `values.ingress.host is ${host}, but ${certificate.label} covers only ${names.join(", ")}. Add the host to it.`,
                );
            const [validation] = stack.referringTo(certificate, VALIDATION, "certificateArn");
            if (validation !== undefined && !waitsFor(release.resource, validation))
                say(
                    `${place.path} is of ${certificate.label}, but the release does not wait for ${validation.label}. Take the ARN from there.`,
                );
        });
    },
});

/** Whether the values are made of the certificate, or of its validation. */
function isUsed(release: Release, stack: Stack, certificate: StackResource): boolean {
    return [certificate, ...stack.referringTo(certificate, VALIDATION, "certificateArn")].some((one) =>
        release.usesOutputOf(one),
    );
}

function namesOf(certificate: StackResource): readonly string[] {
    const { properties } = certificate;
    const more = certificate.gives("subjectAlternativeNames") ? properties.texts("subjectAlternativeNames") : [];
    return [properties.text("domainName") ?? "", ...more];
}

function covers(name: string, host: string): boolean {
    if (!name.startsWith("*.")) return name.toLowerCase() === host.toLowerCase();
    return host.toLowerCase().split(".").slice(1).join(".") === name.slice(2).toLowerCase();
}
