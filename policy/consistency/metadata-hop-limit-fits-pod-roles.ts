import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import type { Tier } from "../graph/tiers";
import { type Report, releasePolicy } from "../policy";
import { NODE_GROUP } from "./node-groups";
import { associationsOf, roleAnnotation, tiersCallingAws } from "./pod-roles";

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
        report.each([...new Set(templates)], (template) => checkTemplate(release, template, stack, report));
    },
});

function checkTemplate(release: Release, template: StackResource, stack: Stack, report: Report): void {
    if (!template.gives("metadataOptions")) return;
    const limit = template.properties.number("metadataOptions.httpPutResponseHopLimit") ?? 1;
    const start = `${template.label}: metadataOptions.httpPutResponseHopLimit is ${limit}, but ${release.label}:`;
    if (limit < 2) {
        const [tier] = regionIsGiven(release) ? [] : tiersWithoutRole(release, stack);
        if (tier === undefined) return;
        report.violation(
            `${start} ${tier.values.path} calls AWS without a role of its own and values.config.AWS_REGION is not set: its pods find neither. Give it a role.`,
            template,
        );
        return;
    }
    const policies = release.values.at("networkPolicy.enabled");
    if (!policies.exists)
        throw new CannotTell(
            `${template.label}: pods can reach the nodes' metadata, and whether the chart's network policies keep them away does not show`,
            template.urn,
        );
    if (policies.flag() === true) return;
    report.violation(
        `${start} ${policies.path} is ${policies.shown()}: every pod can take the node's role. ` +
            "Set the limit to 1, or turn the network policies on.",
        template,
    );
}

/** EKS tells pods that have a role of their own the region too. */
function tiersWithoutRole(release: Release, stack: Stack): readonly Tier[] {
    return tiersCallingAws(release, stack).filter(
        (tier) => associationsOf(release, tier, stack).length === 0 && roleAnnotation(release, tier) === undefined,
    );
}

function regionIsGiven({ values }: Release): boolean {
    return ["config.AWS_REGION", "externalSecrets.region"].some((path) => (values.text(path) ?? "") !== "");
}
