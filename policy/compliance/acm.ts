import type { CertificateArgs } from "@pulumi/aws/acm";
import { controls } from "../control";
import { leftOutOr } from "../list-requirement";
import { equalTo, oneOf } from "../requirement";

const PAGE = "https://docs.aws.amazon.com/securityhub/latest/userguide/acm-controls.html";

/** For programs that make the certificate; the one of this repository is given its ARN. */
export const acmControls = controls<CertificateArgs>("aws:acm/certificate:Certificate", [
    {
        id: "acm-certificate-disallow-imported",
        title: "Certificates are made by ACM, which renews them",
        property: "privateKey",
        must: { text: "left out", holds: (place) => place.text() === undefined },
        severity: "medium",
        controls: ["ACM.1"],
        why: "An imported certificate ends on a day that nobody has in mind, and with it every request.",
        fix: "Ask ACM for the certificate, by domainName and validationMethod DNS.",
        links: [`${PAGE}#acm-1`],
        violatedBy: "-----BEGIN PRIVATE KEY-----",
    },
    {
        id: "acm-certificate-require-dns-validation",
        title: "Certificates are validated by DNS",
        property: "validationMethod",
        must: equalTo("DNS"),
        when: (properties) => !properties.at("privateKey").exists,
        severity: "medium",
        controls: ["ACM.1"],
        why: "By e-mail somebody has to answer before every renewal.",
        fix: "Set validationMethod to DNS.",
        links: [`${PAGE}#acm-1`],
        violatedBy: "EMAIL",
    },
    {
        id: "acm-certificate-limit-key-algorithm",
        title: "Keys of certificates are long enough",
        property: "keyAlgorithm",
        must: leftOutOr(oneOf("RSA_2048", "RSA_3072", "RSA_4096", "EC_prime256v1", "EC_secp384r1", "EC_secp521r1")),
        severity: "high",
        controls: ["ACM.2"],
        why: "Shorter keys of RSA can be broken.",
        fix: "Leave keyAlgorithm out.",
        links: [`${PAGE}#acm-2`],
        violatedBy: "RSA_1024",
    },
]);
