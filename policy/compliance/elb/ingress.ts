import type { StackResource } from "../../graph/stack-resource";
import { objectControls } from "../../kubernetes-control";
import { leftOutOr, satisfying } from "../../list-requirement";
import { given, matching, oneOf } from "../../requirement";
import { RECOMMENDED_TLS } from "./tls-policies";

const PAGE = "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html";
const ANNOTATIONS = "https://kubernetes-sigs.github.io/aws-load-balancer-controller/latest/guide/ingress/annotations/";

function annotation(name: string): readonly string[] {
    return ["metadata", "annotations", `alb.ingress.kubernetes.io/${name}`];
}

/** Ingresses of other controllers have none of the annotations. */
function isOfAlb({ properties }: StackResource): boolean {
    const className = properties.text("spec.ingressClassName");
    return className === "alb" || properties.text(["metadata", "annotations", "kubernetes.io/ingress.class"]) === "alb";
}

/** No `aws:lb` resource exists when a controller makes the load balancer: its annotations are all that can be looked at. */
export const ingressControls = objectControls(
    ["kubernetes:networking.k8s.io/v1:Ingress"],
    [
        {
            id: "elb-ingress-require-https-redirect",
            title: "Ingresses send HTTP to HTTPS",
            property: annotation("ssl-redirect"),
            must: matching(/^\d+$/, "the HTTPS port"),
            when: isOfAlb,
            severity: "medium",
            controls: ["ELB.1"],
            why: "Passwords and session cookies would be sent in plain.",
            fix: 'Set the annotation to "443".',
            links: [`${PAGE}#elb-1`, ANNOTATIONS],
            violatedBy: null,
        },
        {
            id: "elb-ingress-require-https",
            title: "Ingresses listen on HTTPS",
            property: annotation("listen-ports"),
            must: satisfying("a list with HTTPS", (place) => {
                if (!place.exists) return false;
                return place
                    .json()
                    .items()
                    .some((entry) => entry.names().includes("HTTPS"));
            }),
            when: isOfAlb,
            severity: "medium",
            controls: ["ELB.18"],
            why: "With HTTP alone nothing is encrypted on its way. A listener that only redirects is allowed beside it.",
            fix: `Set the annotation to '[{"HTTP": 80}, {"HTTPS": 443}]'.`,
            links: [`${PAGE}#elb-18`, ANNOTATIONS],
            violatedBy: '[{"HTTP": 80}]',
        },
        {
            id: "elb-ingress-require-certificate",
            title: "Ingresses have a certificate",
            property: annotation("certificate-arn"),
            must: given(),
            when: isOfAlb,
            severity: "medium",
            controls: ["CIS-EKS-1.8.0/5.4.5"],
            why: "There is no HTTPS without one, and a certificate found by host name may be another team's.",
            fix: "Set the annotation to the ARN of an ACM certificate.",
            links: [ANNOTATIONS],
            violatedBy: null,
        },
        {
            id: "elb-ingress-require-tls-policy",
            title: "Ingresses accept only current versions of TLS",
            property: annotation("ssl-policy"),
            must: oneOf(...RECOMMENDED_TLS),
            absentIs: "ELBSecurityPolicy-2016-08",
            when: isOfAlb,
            severity: "medium",
            controls: ["ELB.17"],
            why: "TLS 1.0 and 1.1 and ciphers without forward secrecy would be accepted.",
            fix: "Set the annotation to ELBSecurityPolicy-TLS13-1-2-2021-06.",
            links: [`${PAGE}#elb-17`, ANNOTATIONS],
            violatedBy: "ELBSecurityPolicy-2016-08",
        },
        {
            id: "elb-ingress-require-dropping-invalid-headers",
            title: "Ingresses drop invalid headers",
            property: annotation("load-balancer-attributes"),
            must: matching(
                /(^|,)routing\.http\.drop_invalid_header_fields\.enabled=true(,|$)/,
                "a list with routing.http.drop_invalid_header_fields.enabled=true",
            ),
            when: isOfAlb,
            severity: "medium",
            controls: ["ELB.4"],
            why: "Headers that servers read differently smuggle one request inside another.",
            fix: "Add the attribute.",
            links: [`${PAGE}#elb-4`, ANNOTATIONS],
            violatedBy: "idle_timeout.timeout_seconds=60",
        },
        {
            id: "elb-ingress-limit-desync-mode",
            title: "Ingresses do not pass ambiguous requests on",
            property: annotation("load-balancer-attributes"),
            must: leftOutOr(
                satisfying("without routing.http.desync_mitigation_mode=monitor", (place) => {
                    return !(place.text() ?? "").includes("desync_mitigation_mode=monitor");
                }),
            ),
            when: isOfAlb,
            severity: "medium",
            controls: ["ELB.12"],
            why: "In mode monitor a request that two servers read differently goes through.",
            fix: "Take the attribute out; defensive is the default.",
            links: [`${PAGE}#elb-12`, ANNOTATIONS],
            violatedBy:
                "routing.http.drop_invalid_header_fields.enabled=true,routing.http.desync_mitigation_mode=monitor",
        },
    ],
);
