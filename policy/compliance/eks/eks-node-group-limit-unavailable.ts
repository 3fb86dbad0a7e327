import { resourcePolicy } from "../../policy";

/** A third of a tier's nodes may be missing. */
const MOST_PERCENT = 34;

export const eksNodeGroupLimitUnavailable = resourcePolicy({
    id: "eks-node-group-limit-unavailable",
    title: "An update takes at most a third of a group's nodes away",
    why: "An update that takes half of the nodes is the loss of more than a zone, at the same moment for every pod.",
    fix: "Set updateConfig.maxUnavailablePercentage to 33",
    severity: "medium",
    controls: ["X-EKS-NODEUPDATE"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/managed-node-update-behavior.html"],
    types: ["aws:eks/nodeGroup:NodeGroup"],
    check: ({ label, properties, urn }, report) => {
        const percent = properties.number("updateConfig.maxUnavailablePercentage");
        const nodes = properties.number("updateConfig.maxUnavailable") ?? 1;
        const least = properties.number("scalingConfig.minSize") ?? 0;
        if (percent === undefined ? nodes <= Math.max(1, Math.floor(least / 3)) : percent <= MOST_PERCENT) return;
        const is = percent === undefined ? `maxUnavailable is ${nodes}` : `maxUnavailablePercentage is ${percent}`;
        report.violation(
            `${label}: updateConfig.${is}, which can be more than a third of the group. Set maxUnavailablePercentage to 33.`,
            { urn },
        );
    },
});
