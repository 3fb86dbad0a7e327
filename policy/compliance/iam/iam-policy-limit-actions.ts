import { stackPolicy } from "../../policy";
import { DOCUMENT_TYPES, eachPermission, isOnEverything, type Permission } from "./identity-documents";

export const iamPolicyLimitActions = stackPolicy({
    id: "iam-policy-limit-actions",
    title: "Permissions name their actions",
    why: "A wildcard allows what nobody thought of, and what AWS adds next year; with NotAction everything but a few things is allowed.",
    fix: "Name the actions, and the resources they are for",
    severity: "high",
    controls: ["IAM.1", "IAM.21", "CIS-AWS-5.0.0/1.15", "AVD-AWS-0345", "IAM_ROLE_OR_POLICY_NO_ALLOW_PLUS_NOT_ACTION"],
    links: [
        "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-1",
        "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-21",
    ],
    types: DOCUMENT_TYPES,
    check: (stack, report) =>
        eachPermission(stack, report, (permission) => {
            const { holder, at, statement } = permission;
            const negated = ["NotAction", "NotResource"].filter((key) => statement.place.at(key).exists);
            if (negated.length > 0)
                report.violation(
                    `${holder.label}: ${at} allows by ${negated.join(" and ")}, which is everything but a few. Name the actions and resources.`,
                    holder,
                );
            const wide = statement.actions.filter((action) => isWide(action, permission));
            if (wide.length > 0)
                report.violation(
                    `${holder.label}: ${at} allows ${wide.join(", ")}. Name the actions, and the resources they are for.`,
                    holder,
                );
        }),
});

/** Wildcards that only read, such as `ec2:Describe*`, are what AWS's own examples have; others only on named resources. */
function isWide(action: string, permission: Permission): boolean {
    if (/^(\*|[^:]+:\*)$/.test(action)) return true;
    return action.includes("*") && !/:(Describe|Get|List)[^:]*$/.test(action) && isOnEverything(permission);
}
