import type { ListenerArgs, LoadBalancerArgs, TargetGroupArgs } from "@pulumi/aws/lb";
import { controls } from "../control";
import { equalTo, matching, oneOf } from "../requirement";
import { ingressControls } from "./elb/ingress";
import { RECOMMENDED_TLS } from "./elb/tls-policies";

const PAGE = "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html";

/** Load balancers that the program makes, and those that the controller makes from an Ingress. */
export const elbControls = [
    ...ingressControls,
    ...controls<LoadBalancerArgs>("aws:lb/loadBalancer:LoadBalancer", [
        {
            id: "elb-load-balancer-require-dropping-invalid-headers",
            title: "Application load balancers drop invalid headers",
            property: "dropInvalidHeaderFields",
            must: equalTo(true),
            absentIs: false,
            when: (properties) => (properties.text("loadBalancerType") ?? "application") === "application",
            severity: "medium",
            controls: ["ELB.4"],
            why: "Headers that servers read differently smuggle one request inside another.",
            fix: "Set dropInvalidHeaderFields to true.",
            links: [`${PAGE}#elb-4`],
            violatedBy: false,
        },
        {
            id: "elb-load-balancer-require-access-logs",
            title: "Load balancers log who called",
            property: "accessLogs.enabled",
            must: equalTo(true),
            absentIs: false,
            severity: "medium",
            controls: ["ELB.5", "CIS-AWS-7.0.0/4.10"],
            why: "After an incident nobody can say which requests came.",
            fix: "Set accessLogs.enabled to true, with a bucket.",
            links: [`${PAGE}#elb-5`],
            violatedBy: false,
        },
        {
            id: "elb-load-balancer-require-deletion-protection",
            title: "Load balancers cannot be deleted by mistake",
            property: "enableDeletionProtection",
            must: equalTo(true),
            absentIs: false,
            severity: "medium",
            controls: ["ELB.6"],
            why: "A new load balancer has a new name: clients fail until DNS has followed.",
            fix: "Set enableDeletionProtection to true.",
            links: [`${PAGE}#elb-6`],
            violatedBy: false,
        },
        {
            id: "elb-load-balancer-limit-desync-mode",
            title: "Ambiguous requests are not passed on",
            property: "desyncMitigationMode",
            must: oneOf("defensive", "strictest"),
            absentIs: "defensive",
            severity: "medium",
            controls: ["ELB.12"],
            why: "In mode monitor a request that two servers read differently goes through.",
            fix: "Leave desyncMitigationMode out.",
            links: [`${PAGE}#elb-12`],
            violatedBy: "monitor",
        },
        {
            id: "elb-load-balancer-require-cross-zone",
            title: "Network load balancers spread over all zones",
            property: "enableCrossZoneLoadBalancing",
            must: equalTo(true),
            absentIs: false,
            when: (properties) => properties.text("loadBalancerType") === "network",
            severity: "medium",
            controls: ["CKV_AWS_152"],
            why: "A zone with fewer pods would give each of them more of the load.",
            fix: "Set enableCrossZoneLoadBalancing to true.",
            links: ["https://docs.aws.amazon.com/elasticloadbalancing/latest/network/network-load-balancers.html"],
            violatedBy: false,
        },
    ]),
    ...controls<ListenerArgs>("aws:lb/listener:Listener", [
        {
            id: "elb-listener-require-tls-policy",
            title: "Listeners accept only current versions of TLS",
            property: "sslPolicy",
            must: oneOf(...RECOMMENDED_TLS),
            // What AWS takes when the program names none, outside the console.
            absentIs: "ELBSecurityPolicy-2016-08",
            when: (properties) => ["HTTPS", "TLS"].includes(properties.text("protocol") ?? ""),
            severity: "medium",
            controls: ["ELB.17"],
            why: "TLS 1.0 and 1.1 and ciphers without forward secrecy would be accepted.",
            fix: "Set sslPolicy to ELBSecurityPolicy-TLS13-1-2-2021-06.",
            links: [`${PAGE}#elb-17`],
            violatedBy: "ELBSecurityPolicy-2016-08",
        },
    ]),
    ...controls<TargetGroupArgs>("aws:lb/targetGroup:TargetGroup", [
        {
            id: "elb-target-group-require-health-check-path",
            title: "Target groups ask for a path of the application",
            property: "healthCheck.path",
            must: matching(/^\/.+/, "a path, such as /api/ready"),
            absentIs: "/",
            when: (properties) => ["HTTP", "HTTPS"].includes(properties.text("protocol") ?? ""),
            severity: "low",
            controls: ["CKV_AWS_261", "REL11-BP01"],
            why: "The root page answers although the database is gone.",
            fix: "Set healthCheck.path to /api/ready.",
            links: ["https://docs.kaireonai.com/deployment/kubernetes"],
            violatedBy: "/",
        },
    ]),
];
