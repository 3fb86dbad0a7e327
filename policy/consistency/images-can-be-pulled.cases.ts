import type { PolicyCases } from "../../test/policy/cases";

const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the nodes' role may not read the registry",
            change: (stack) =>
                stack.set(
                    ATTACHMENT,
                    "nodes-role-images",
                    "policyArn",
                    "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
                ),
            at: "aws:iam/role:Role nodes-role",
            message:
                "nodes-role (aws:iam/role:Role): the role of the nodes has no permission to pull, but kaireon (kubernetes:helm.sh/v3:Release) takes its images from 123456789012.dkr.ecr.eu-west-1.amazonaws.com. Attach AmazonEC2ContainerRegistryPullOnly.",
        },
    ],
    absent: [
        {
            when: "the role has no policy for it at all",
            change: (stack) => stack.remove(ATTACHMENT, "nodes-role-images"),
            at: "aws:iam/role:Role nodes-role",
            message:
                "nodes-role (aws:iam/role:Role): the role of the nodes has no permission to pull, but kaireon (kubernetes:helm.sh/v3:Release) takes its images from 123456789012.dkr.ecr.eu-west-1.amazonaws.com. Attach AmazonEC2ContainerRegistryPullOnly.",
        },
        {
            when: "the values name no registry",
            passes: true,
            change: (stack) => stack.unsetValue("image").remove(ATTACHMENT, "nodes-role-images"),
        },
    ],
    unknown: [
        {
            when: "the registry is not known",
            change: (stack) => stack.setValueUnknown("image.registry"),
            unchecked: "kaireon (kubernetes:helm.sh/v3:Release): values.image.registry is not known before the update",
        },
        {
            when: "the registry is another one and no pull secret is named",
            change: (stack) => stack.setValue("image.registry", "registry.example.com"),
            unchecked:
                "kaireon (kubernetes:helm.sh/v3:Release): the values name no pull secret, and whether registry.example.com asks for one does not show",
        },
    ],
    passes: [
        {
            when: "a pull secret is named",
            change: (stack) =>
                stack.setValue("image.registry", "registry.example.com").setValue("image.pullSecrets", ["registry"]),
        },
    ],
};
