import { statementsOf } from "../../graph/iam-document";
import { resourcePolicy } from "../../policy";

export const dynamodbResourcePolicyDisallowOtherAccounts = resourcePolicy({
    id: "dynamodb-resource-policy-disallow-other-accounts",
    title: "A table's own policy lets in no other account",
    why: "Interactions of customers would leave the account, without a role of this account that shows who read them.",
    fix: "Take the other account's principals out of the policy, or let them assume a role of this account",
    severity: "medium",
    controls: ["dynamodb_table_cross_account_access"],
    links: ["https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/rbac-cross-account-access.html"],
    types: ["aws:dynamodb/resourcePolicy:ResourcePolicy"],
    check: (resource, report) => {
        const principals = statementsOf(resource.properties.at("policy"))
            .filter((statement) => statement.allows)
            .flatMap((statement) => statement.principals)
            .filter((principal) => principal === "*" || principal.startsWith("AWS:"))
            .map((principal) => principal.replace(/^AWS:/, ""));
        if (principals.length === 0) return;
        const own = resource.properties.text("resourceArn")?.split(":")[4] ?? "";
        const foreign = principals.filter((principal) => accountOf(principal) !== own);
        if (foreign.length === 0) return;
        report.violation(
            `${resource.label}: policy allows ${foreign.join(", ")}; every principal must be of account ${own}. Take them out.`,
            resource,
        );
    },
});

/** `123456789012` of `arn:aws:iam::123456789012:role/x` and of `123456789012`. */
function accountOf(principal: string): string {
    return principal.startsWith("arn:") ? (principal.split(":")[4] ?? "") : principal;
}
