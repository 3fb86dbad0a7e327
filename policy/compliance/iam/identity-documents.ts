import { CannotTell } from "../../graph/cannot-tell";
import { ROLE, type Statement, statementsOf } from "../../graph/iam-document";
import type { Stack } from "../../graph/stack";
import type { StackResource } from "../../graph/stack-resource";
import type { View } from "../../graph/view";
import type { Report } from "../../policy";

const HOLDERS = [
    "aws:iam/rolePolicy:RolePolicy",
    "aws:iam/policy:Policy",
    "aws:iam/groupPolicy:GroupPolicy",
    "aws:iam/userPolicy:UserPolicy",
];

export const DOCUMENT_TYPES: readonly string[] = [...HOLDERS, ROLE];

/** An Allow statement of a document that gives permissions. */
export interface Permission {
    readonly holder: StackResource;
    /** For messages: `policy, statement 2`. */
    readonly at: string;
    readonly statement: Statement;
}

/**
 * Looks at every Allow statement of the stack's permissions. A document that names what the update will make is unknown as a whole in a
 * preview: these are said in one line, as a stack has many.
 */
export function eachPermission(stack: Stack, report: Report, check: (permission: Permission) => void): void {
    const unknown: string[] = [];
    report.each(documents(stack), ({ holder, place }) => {
        if (place.state === "unknown") return void unknown.push(holder.name);
        report.each([...statementsOf(place).entries()], ([index, statement]) => {
            if (statement.allows) check({ holder, at: `${place.path}, statement ${index + 1}`, statement });
        });
    });
    if (unknown.length === 0) return;
    report.cannotTell(`what ${unknown.sort().join(", ")} allow is not known before the update`);
}

function documents(stack: Stack): readonly { readonly holder: StackResource; readonly place: View }[] {
    const own = stack.ofType(...HOLDERS).map((holder) => ({ holder, place: holder.properties.at("policy") }));
    const inline = stack
        .ofType(ROLE)
        .filter((role) => role.gives("inlinePolicies"))
        .flatMap((role) =>
            role.properties.items("inlinePolicies").map((policy) => ({ holder: role, place: policy.at("policy") })),
        );
    return [...own, ...inline];
}

/** Whether a statement is about every resource there is. @throws CannotTell when a resource is unknown and none of the others decides */
export function isOnEverything({ statement, holder }: Permission): boolean {
    const resources = statement.resources;
    if (resources.some((resource) => resource.state === "known" && resource.text() === "*")) return true;
    const unknown = resources.find((resource) => resource.state === "unknown");
    if (unknown !== undefined) throw new CannotTell(unknown.cannotTell().reason, holder.urn);
    return false;
}
