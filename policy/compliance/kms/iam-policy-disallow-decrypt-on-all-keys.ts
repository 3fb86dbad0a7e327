import { type Statement, statementsOf } from "../../graph/iam-document";
import type { Resource } from "../../graph/resource";
import type { View } from "../../graph/view";
import { resourcePolicy } from "../../policy";

const ACTIONS = ["kms:Decrypt", "kms:ReEncryptFrom"];

export const iamPolicyDisallowDecryptOnAllKeys = resourcePolicy({
    id: "iam-policy-disallow-decrypt-on-all-keys",
    title: "No role may decrypt with every key",
    why: "Whoever takes over one pod could read every store of the account that the pod can get at.",
    fix: "Name the ARNs of the keys in Resource",
    severity: "medium",
    controls: ["KMS.1", "KMS.2"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-1"],
    types: [
        "aws:iam/policy:Policy",
        "aws:iam/rolePolicy:RolePolicy",
        "aws:iam/role:Role",
        "aws:iam/userPolicy:UserPolicy",
        "aws:iam/groupPolicy:GroupPolicy",
    ],
    check: (resource, report) =>
        report.each(documentsOf(resource), (document) => {
            statementsOf(document).forEach((statement, index) => {
                if (!decryptsAll(statement)) return;
                report.violation(
                    `${resource.label}: statement ${index + 1} of ${document.path} allows ${statement.actions.join(", ")} on every key. Name the keys in Resource.`,
                    resource,
                );
            });
        }),
});

function documentsOf({ type, properties }: Resource): readonly View[] {
    if (type !== "aws:iam/role:Role") return [properties.at("policy")];
    return properties.items("inlinePolicies").map((policy) => policy.at("policy"));
}

/** As the control: conditions do not help. */
function decryptsAll(statement: Statement): boolean {
    if (!statement.allows || !ACTIONS.some((action) => statement.covers(action))) return false;
    return (
        statement.place.at("NotResource").exists ||
        statement.resources.some((place) => place.exists && isEveryKey(place))
    );
}

/** `*` and `arn:aws:kms:*:123456789012:key/*`. */
function isEveryKey(place: View): boolean {
    return /^(\*|arn:[^:]+:kms:[^:]*:[^:]*:(\*|key\/\*))$/.test(place.text() ?? "");
}
