import { stackPolicy } from "../../policy";

const TYPES = [
    "aws:iam/user:User",
    "aws:iam/accessKey:AccessKey",
    "aws:iam/userPolicy:UserPolicy",
    "aws:iam/userPolicyAttachment:UserPolicyAttachment",
];

export const iamDisallowUsers = stackPolicy({
    id: "iam-disallow-users",
    title: "The stack makes no IAM users",
    why: "A user's key has no end: it is found in a repository years later and still works. Pods and pipelines take roles.",
    fix: "Use a role, with EKS Pod Identity for pods and OIDC for pipelines",
    severity: "low",
    controls: ["IAM.2", "CIS-AWS-3.0.0/1.15"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-2"],
    types: TYPES,
    check: (stack, report) =>
        report.each(stack.ofType(...TYPES), (resource) =>
            report.violation(`${resource.label}: the stack works with an IAM user. Use a role in its place.`, resource),
        ),
});
