import type { Release } from "../graph/release";
import type { StackResource } from "../graph/stack-resource";
import { type Report, releasePolicy } from "../policy";
import { NODE_GROUP } from "./node-groups";

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

export const metadataHopLimitFitsPodRoles = releasePolicy({
    id: "metadata-hop-limit-fits-pod-roles",
    title: "Pods that cannot read the nodes' metadata are told their region; where they can, a network policy keeps them away",
    why: "With a hop limit of 1 SDKs in pods find no region by themselves; with 2 every pod can take the node's role.",
    fix: "Set httpPutResponseHopLimit to 1 and give AWS_REGION in the values, or turn the chart's network policies on",
    severity: "high",
    pitfalls: ["P-IAM-07"],
    links: ["https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html"],
    check: (release, stack, report) => {
        const groups = stack.ofType(NODE_GROUP);
        const templates = groups.flatMap((group) =>
            group.references("launchTemplate", TEMPLATE, stack.ofType(TEMPLATE)),
        );
        report.each([...new Set(templates)], (template) => checkTemplate(release, template, report));
    },
});

function checkTemplate(release: Release, template: StackResource, report: Report): void {
    if (!template.gives("metadataOptions")) return;
    const limit = template.properties.number("metadataOptions.httpPutResponseHopLimit") ?? 1;
    const start = `${template.label}: metadataOptions.httpPutResponseHopLimit is ${limit}, but ${release.label}:`;
    if (limit < 2) {
        if (regionIsGiven(release)) return;
        report.violation(
            `${start} values.config.AWS_REGION is not set: pods cannot ask the node for their region. Set it.`,
            template,
        );
    } else if (release.values.flag("networkPolicy.enabled") !== true)
        report.violation(
            `${start} values.networkPolicy.enabled is ${release.values.shown("networkPolicy.enabled")}: every pod can take the node's role. ` +
                "Set the limit to 1, or turn the network policies on.",
            template,
        );
}

function regionIsGiven({ values }: Release): boolean {
    return ["config.AWS_REGION", "externalSecrets.region"].some((path) => (values.text(path) ?? "") !== "");
}
