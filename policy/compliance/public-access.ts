import { type Statement, statementsOf } from "../graph/iam-document";
import type { View } from "../graph/view";
import { type PolicyText, type ResourcePolicy, resourcePolicy } from "../policy";

export interface PublicAccess extends PolicyText {
    /** The properties that hold a document, by type of resource. */
    readonly documents: Readonly<Record<string, string>>;
}

/** Facts about the caller that a stranger cannot choose. */
const CALLER = new Set(
    [
        "aws:SourceAccount",
        "aws:SourceArn",
        "aws:SourceOwner",
        "aws:SourceOrgID",
        "aws:SourceVpc",
        "aws:SourceVpce",
        "aws:PrincipalAccount",
        "aws:PrincipalArn",
        "aws:PrincipalOrgID",
        "kms:CallerAccount",
    ].map((key) => key.toLowerCase()),
);

/** A policy that no document of these resources gives anything to everybody. */
export function disallowPublicAccess({ documents, ...text }: PublicAccess): ResourcePolicy {
    const [first = "", ...others] = Object.keys(documents);
    return resourcePolicy({
        ...text,
        types: [first, ...others],
        check: (resource, report) => {
            const place = resource.properties.at(documents[resource.type] ?? "");
            statementsOf(place).forEach((statement, index) => {
                if (!isPublic(statement)) return;
                report.violation(
                    `${resource.label}: ${place.path} allows ${statement.actions.join(", ")} to everybody in statement ${index + 1}. ${text.fix}.`,
                    resource,
                );
            });
        },
    });
}

/** Whether a statement allows something to callers that nothing limits. */
export function isPublic(statement: Statement): boolean {
    if (!statement.allows) return false;
    const isEverybody =
        statement.place.at("NotPrincipal").exists ||
        statement.principals.some((principal) => /^([A-Za-z]+:)?\*$/.test(principal));
    return isEverybody && !isLimited(statement.conditions);
}

function isLimited(conditions: View): boolean {
    return conditions.names().some((operator) => {
        // With IfExists and ForAllValues a request that lacks the fact passes.
        if (!/^(ForAnyValue:)?(String(Equals|Like|EqualsIgnoreCase)|Arn(Equals|Like))$/i.test(operator)) return false;
        const facts = conditions.at([operator]);
        return facts.names().some((fact) => CALLER.has(fact.toLowerCase()) && isFixed(facts.at([fact])));
    });
}

/** Every value says at least which account. */
function isFixed(place: View): boolean {
    const values = place.isList ? place.texts() : [place.text() ?? ""];
    return values.every((value) => value !== "" && (!/[*?$]/.test(value) || /(^|:)\d{12}(:|$)/.test(value)));
}
