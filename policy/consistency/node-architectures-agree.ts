import { CannotTell } from "../graph/cannot-tell";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { type Architecture, architectureOf } from "./instance-types";
import { instanceTypesOf, nodeGroupsOf } from "./node-groups";
import { groupsFor } from "./tier-placement";

export const nodeArchitecturesAgree = releasePolicy({
    id: "node-architectures-agree",
    title: "AMI, instance types and images of a tier are of one processor architecture",
    why: "An image without a manifest for the node's processor fails with an exec format error, on some nodes only where a tier's groups differ.",
    fix: "Use one architecture for all node groups of a tier, or select kubernetes.io/arch, and say in imageArchitectures what the images support",
    severity: "high",
    pitfalls: ["P-SCHED-03"],
    links: ["https://docs.aws.amazon.com/eks/latest/APIReference/API_Nodegroup.html"],
    settings: {
        imageArchitectures: {
            description: "Architectures that the release's images have a manifest for: amd64, arm64",
            default: ["amd64"],
        },
    },
    check: (release, stack, report, { imageArchitectures }) => {
        report.each(nodeGroupsOf(stack), (group) => {
            const problem = mixed(group, stack);
            if (problem !== undefined) report.violation(problem, group);
        });
        report.each(
            release.tiers.filter((tier) => tier.enabled),
            (tier) => {
                const selected = tier.nodeSelector["kubernetes.io/arch"];
                const groups = groupsFor(tier, stack).filter(
                    (group) => selected === undefined || typesOf(group, stack).includes(selected as Architecture),
                );
                const other = groups.find((group) =>
                    typesOf(group, stack).some((architecture) => !imageArchitectures.includes(architecture)),
                );
                if (other === undefined) return;
                report.violation(
                    `${release.label}: ${tier.values.path} runs on ${other.label}, whose nodes are ${typesOf(other, stack).join(" and ")}, but the images are for ` +
                        `${imageArchitectures.join(", ")} (setting imageArchitectures). Use other instance types, or build the images for both and say so in the setting.`,
                    other,
                );
            },
        );
    },
});

function typesOf(group: StackResource, stack: Stack): readonly Architecture[] {
    return [...new Set(instanceTypesOf(group, stack).map(architectureOf))].sort();
}

/** What is wrong with a group by itself. */
function mixed(group: StackResource, stack: Stack): string | undefined {
    const types = instanceTypesOf(group, stack);
    const architectures = typesOf(group, stack);
    if (architectures.length > 1)
        return `${group.label}: instance types ${types.join(", ")} are of ${architectures.join(" and ")}; they must be of one architecture. Choose types of one.`;
    if (!group.gives("amiType")) return undefined;
    const ami = group.properties.text("amiType") ?? "";
    if (ami === "CUSTOM") throw new CannotTell(`${group.label}: amiType is CUSTOM: its architecture does not show`);
    const ofAmi: Architecture = /ARM_64/.test(ami) ? "arm64" : "amd64";
    if (architectures[0] === ofAmi) return undefined;
    return `${group.label}: amiType ${ami} is for ${ofAmi}, but ${types.join(", ")} is ${architectures.join("")}. Choose an AMI type and instance types of one architecture.`;
}
