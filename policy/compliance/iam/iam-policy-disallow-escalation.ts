import { stackPolicy } from "../../policy";
import { DOCUMENT_TYPES, eachPermission, isOnEverything } from "./identity-documents";

/** With one of these on every role or user, one gives oneself any right of the account. */
const ESCALATING = [
    "iam:AddUserToGroup",
    "iam:AttachGroupPolicy",
    "iam:AttachRolePolicy",
    "iam:AttachUserPolicy",
    "iam:CreateAccessKey",
    "iam:CreateLoginProfile",
    "iam:CreatePolicyVersion",
    "iam:PassRole",
    "iam:PutGroupPolicy",
    "iam:PutRolePolicy",
    "iam:PutUserPolicy",
    "iam:SetDefaultPolicyVersion",
    "iam:UpdateAssumeRolePolicy",
    "iam:UpdateLoginProfile",
    "sts:AssumeRole",
    "eks:CreateAccessEntry",
    "eks:AssociateAccessPolicy",
];

export const iamPolicyDisallowEscalation = stackPolicy({
    id: "iam-policy-disallow-escalation",
    title: "No permission lets its holder give itself more",
    why: "Passing any role, or changing any policy, is as good as being the account's administrator.",
    fix: "Name the roles in Resource, and for iam:PassRole the service in iam:PassedToService",
    severity: "high",
    controls: ["CKV_AWS_286"],
    links: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html"],
    types: DOCUMENT_TYPES,
    check: (stack, report) =>
        eachPermission(stack, report, (permission) => {
            const { holder, at, statement } = permission;
            // A wildcard of a whole service has a rule of its own.
            const actions = statement.actions.filter((action) => !/^(\*|[^:]+:\*)$/.test(action));
            const named = ESCALATING.filter((action) => actions.some((one) => matches(one, action)));
            if (named.length > 0 && isOnEverything(permission))
                report.violation(
                    `${holder.label}: ${at} allows ${named.join(", ")} on "*". Name the roles in Resource.`,
                    holder,
                );
        }),
});

function matches(pattern: string, action: string): boolean {
    const expression = pattern
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replaceAll("*", ".*")
        .replaceAll("?", ".");
    return new RegExp(`^${expression}$`, "i").test(action);
}
