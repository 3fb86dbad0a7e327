import type { WebAclArgs } from "@pulumi/aws/wafv2";
import { controls } from "../control";
import { equalTo, given } from "../requirement";

const PAGE = "https://docs.aws.amazon.com/securityhub/latest/userguide/waf-controls.html";

/** For programs that put a web ACL before the load balancer; the one of this repository makes none. */
export const wafControls = controls<WebAclArgs>("aws:wafv2/webAcl:WebAcl", [
    {
        id: "waf-web-acl-require-rules",
        title: "Web ACLs have rules",
        property: "rules",
        must: given(),
        severity: "medium",
        controls: ["WAF.10"],
        why: "Without rules the default action decides every request: nothing is looked at.",
        fix: "Add the managed rule groups.",
        links: [`${PAGE}#waf-10`],
        violatedBy: [],
    },
    {
        id: "waf-web-acl-require-metrics",
        title: "Web ACLs count what they do",
        property: "visibilityConfig.cloudwatchMetricsEnabled",
        must: equalTo(true),
        absentIs: false,
        severity: "medium",
        controls: ["WAF.12"],
        why: "Nobody sees an attack, nor customers that a rule turns away.",
        fix: "Set visibilityConfig.cloudwatchMetricsEnabled to true.",
        links: [`${PAGE}#waf-12`],
        violatedBy: false,
    },
    {
        id: "waf-rule-require-metrics",
        title: "Rules of web ACLs count what they do",
        property: "rules",
        must: {
            text: "a list in which every rule has visibilityConfig.cloudwatchMetricsEnabled true",
            holds: (place) =>
                place.items().every((rule) => rule.flag("visibilityConfig.cloudwatchMetricsEnabled") === true),
        },
        severity: "medium",
        controls: ["WAF.12"],
        why: "Nobody sees which rule turns customers away.",
        fix: "Set visibilityConfig.cloudwatchMetricsEnabled to true in every rule.",
        links: [`${PAGE}#waf-12`],
        violatedBy: [
            {
                name: "common",
                priority: 0,
                visibilityConfig: { cloudwatchMetricsEnabled: false, sampledRequestsEnabled: true },
            },
        ],
    },
]);
