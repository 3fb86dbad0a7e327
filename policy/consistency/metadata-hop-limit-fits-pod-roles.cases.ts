import type { PolicyCases } from "../../test/policy/cases";

const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";

export const cases: PolicyCases = {
    violations: [
        {
            when: "pods can reach the metadata and nothing holds them back",
            change: (stack) =>
                stack
                    .set(TEMPLATE, "nodes-ml", "metadataOptions.httpPutResponseHopLimit", 2)
                    .setValue("networkPolicy.enabled", false),
            also: {
                "ec2-launch-template-limit-metadata-hops": "the hop limit is the subject of both",
                "chart-require-network-policies": "it asks every release for them by itself",
            },
            at: "aws:ec2/launchTemplate:LaunchTemplate nodes-ml",
            message:
                "nodes-ml (aws:ec2/launchTemplate:LaunchTemplate): metadataOptions.httpPutResponseHopLimit is 2, but kaireon (kubernetes:helm.sh/v3:Release): values.networkPolicy.enabled is false: every pod can take the node's role. Set the limit to 1, or turn the network policies on.",
        },
    ],
    absent: [
        {
            when: "no template states it",
            passes: true,
            change: (stack) => stack.unset(TEMPLATE, "nodes-ml", "metadataOptions"),
        },
        {
            when: "the region is named for the secrets alone",
            passes: true,
            change: (stack) => stack.unsetValue("config.AWS_REGION"),
        },
    ],
    unknown: [
        {
            when: "pods can reach the metadata and the network policies are left to the chart",
            change: (stack) =>
                stack
                    .set(TEMPLATE, "nodes-ml", "metadataOptions.httpPutResponseHopLimit", 2)
                    .unsetValue("networkPolicy.enabled"),
            unchecked:
                "nodes-ml (aws:ec2/launchTemplate:LaunchTemplate): pods can reach the nodes' metadata, and whether the chart's network policies keep them away does not show",
        },
        {
            when: "the limit of a template is not known",
            change: (stack) => stack.setUnknown(TEMPLATE, "nodes-ml", "metadataOptions.httpPutResponseHopLimit"),
            unchecked:
                "nodes-ml (aws:ec2/launchTemplate:LaunchTemplate): metadataOptions.httpPutResponseHopLimit is not known before the update",
        },
    ],
    passes: [
        {
            when: "pods can reach the metadata and network policies hold them back",
            change: (stack) => stack.set(TEMPLATE, "nodes-ml", "metadataOptions.httpPutResponseHopLimit", 2),
        },
    ],
};
