import type { Stack } from "./stack";
import type { StackResource } from "./stack-resource";
import type { View } from "./view";

export const ROLE = "aws:iam/role:Role";

const INLINE = "aws:iam/rolePolicy:RolePolicy";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const MANAGED = "aws:iam/policy:Policy";

/** One statement of a policy document; every read may throw CannotTell. */
export class Statement {
    constructor(readonly place: View) {}

    get allows(): boolean {
        return this.place.text("Effect") === "Allow";
    }

    get actions(): readonly string[] {
        return oneOrMany(this.place.at("Action")).map((action) => action.text() ?? "");
    }

    /** Allows all actions but these; empty as a rule. */
    get notActions(): readonly string[] {
        return oneOrMany(this.place.at("NotAction")).map((action) => action.text() ?? "");
    }

    /** Each may be unknown by itself. */
    get resources(): readonly View[] {
        return oneOrMany(this.place.at("Resource"));
    }

    /** `*`, `Service:pods.eks.amazonaws.com`, `AWS:arn:…`. */
    get principals(): readonly string[] {
        const principal = this.place.at("Principal");
        if (!principal.isMap) return oneOrMany(principal).map((one) => one.text() ?? "");
        return principal
            .names()
            .flatMap((kind) => oneOrMany(principal.at([kind])).map((one) => `${kind}:${one.text() ?? ""}`));
    }

    get conditions(): View {
        return this.place.at("Condition");
    }

    /** Whether the statement is about the action, wildcards heeded: `kafka-cluster:*` covers `kafka-cluster:Connect`. */
    covers(action: string): boolean {
        if (this.notActions.length > 0) return !this.notActions.some((pattern) => matches(pattern, action));
        return this.actions.some((pattern) => matches(pattern, action));
    }
}

/** The statements of a document, given as JSON text or as a tree. @throws CannotTell when the document is unknown */
export function statementsOf(document: View): readonly Statement[] {
    return oneOrMany(document.json().at("Statement")).map((place) => new Statement(place));
}

/** A document that gives a role permissions. */
export interface Grant {
    /** The resource that holds the document. */
    readonly holder: StackResource;
    readonly document: View;
    /** Resources whose outputs the document is made of: known in every preview, even when the document is not. */
    readonly mentions: readonly StackResource[];
}

/** The documents of this stack that give a role permissions; managed policies that AWS or another stack owns are not among them. */
export function grantsOf(role: StackResource, stack: Stack): readonly Grant[] {
    const inline = stack.referringTo(role, INLINE, "role");
    const managed = stack
        .referringTo(role, ATTACHMENT, "role")
        .flatMap((attachment) => attachment.references("policyArn", MANAGED, stack.ofType(MANAGED)));
    const holders = [...inline, ...managed].map((holder) => ({
        holder,
        document: holder.properties.at("policy"),
        mentions: holder.sources("policy"),
    }));
    if (!role.gives("inlinePolicies")) return holders;
    const own = role.properties.items("inlinePolicies").map((policy) => ({
        holder: role,
        document: policy.at("policy"),
        mentions: role.sources("inlinePolicies"),
    }));
    return [...holders, ...own];
}

/** IAM's patterns: `*` any text, `?` one character, upper and lower case alike. */
function matches(pattern: string, action: string): boolean {
    const expression = pattern
        .replace(/[.+^${}()|[\]\\]/g, "\\$&")
        .replaceAll("*", ".*")
        .replaceAll("?", ".");
    return new RegExp(`^${expression}$`, "i").test(action);
}

function oneOrMany(place: View): readonly View[] {
    if (place.isList) return place.items();
    return place.exists ? [place] : [];
}
