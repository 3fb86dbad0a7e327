import { statementsOf } from "../../graph/iam-document";
import { resourcePolicy } from "../../policy";

export const iamRoleLimitTrust = resourcePolicy({
    id: "iam-role-limit-trust",
    title: "Roles say who may take them",
    why: "Everybody with an AWS account could take a role that trusts everybody.",
    fix: "Name the service or the role in Principal",
    severity: "critical",
    controls: ["CKV_AWS_60", "IAM_ROLE_OR_POLICY_NO_ALLOW_PLUS_NOT_ACTION"],
    links: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"],
    types: ["aws:iam/role:Role"],
    check: ({ label, properties, urn }, report) => {
        statementsOf(properties.at("assumeRolePolicy")).forEach((statement, index) => {
            if (!statement.allows) return;
            const isNegated = ["NotPrincipal", "NotAction"].some((key) => statement.place.at(key).exists);
            const everybody = statement.principals.find((principal) => /^([A-Za-z]+:)?\*$/.test(principal));
            if (isNegated || everybody !== undefined)
                report.violation(
                    `${label}: assumeRolePolicy, statement ${index + 1}, trusts ${everybody ?? "all but a few"}. Name who may take the role.`,
                    { urn },
                );
        });
    },
});
