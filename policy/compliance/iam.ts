import type { RolePolicyAttachmentArgs } from "@pulumi/aws/iam";
import { controls } from "../control";
import { matching } from "../requirement";

const PAGE = "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html";

/** Policies that AWS owns, by name: the partition and the path before it differ. */
function otherThan(...names: readonly string[]) {
    return matching(new RegExp(`^(?!.*[:/](${names.join("|")})$)`), `a policy other than ${names.join(", ")}`);
}

export const iamControls = controls<RolePolicyAttachmentArgs>("aws:iam/rolePolicyAttachment:RolePolicyAttachment", [
    {
        id: "iam-attachment-disallow-administrator",
        title: "No role is an administrator",
        property: "policyArn",
        must: otherThan("AdministratorAccess", "PowerUserAccess"),
        severity: "high",
        controls: ["IAM.1", "CIS-AWS-5.0.0/1.15"],
        why: "Who takes over the pod or node with that role has the account.",
        fix: "Attach a policy with the actions that the role needs.",
        links: [`${PAGE}#iam-1`],
        violatedBy: "arn:aws:iam::aws:policy/AdministratorAccess",
    },
    {
        id: "iam-attachment-disallow-iam-full-access",
        title: "No role may change every role",
        property: "policyArn",
        must: otherThan("IAMFullAccess"),
        severity: "high",
        controls: ["CKV2_AWS_56"],
        why: "A role that changes roles makes itself an administrator.",
        fix: "Attach a policy with the actions that the role needs.",
        links: ["https://www.checkov.io/5.Policy%20Index/terraform.html"],
        violatedBy: "arn:aws:iam::aws:policy/IAMFullAccess",
    },
    {
        id: "iam-attachment-limit-registry-access",
        title: "Nodes and pods only pull images",
        property: "policyArn",
        must: otherThan("AmazonEC2ContainerRegistryFullAccess", "AmazonEC2ContainerRegistryPowerUser"),
        severity: "medium",
        controls: ["CIS-EKS-1.8.0/5.1.3"],
        why: "Who takes over one node could change the image that all others run next.",
        fix: "Attach AmazonEC2ContainerRegistryPullOnly.",
        links: ["https://docs.aws.amazon.com/eks/latest/userguide/create-node-role.html"],
        violatedBy: "arn:aws:iam::aws:policy/AmazonEC2ContainerRegistryPowerUser",
    },
]);
