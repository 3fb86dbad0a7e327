import { type Grant, grantsOf, type Statement, statementsOf } from "../graph/iam-document";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import type { TierName } from "../graph/tiers";
import type { AwsBackend } from "./aws-backends";

/** What the documents of this stack allow a role to do with backends. */
export class RolePermissions {
    private readonly grants: readonly Grant[];
    private readonly allowing: readonly Statement[];

    constructor(
        readonly role: StackResource,
        private readonly stack: Stack,
    ) {
        this.grants = grantsOf(role, stack);
        const known = this.grants.filter(({ document }) => document.state === "known");
        this.allowing = known.flatMap(({ document }) => statementsOf(document)).filter(({ allows }) => allows);
    }

    /** The actions that a tier needs of the backend and that no known statement allows; empty when none is missing. */
    missing(backend: AwsBackend, tier: TierName): string {
        return backend.needs
            .filter(({ tiers, anyOf }) => tiers.includes(tier) && !anyOf.some((action) => this.allows(action)))
            .map(({ anyOf }) => anyOf.join(" or "))
            .join(", ");
    }

    /**
     * Where missing actions may be allowed after all: a document that only the update knows and that mentions the backend, which shows
     * in every preview, or policies of another stack.
     */
    untoldSource({ types }: AwsBackend): string | undefined {
        const targets = this.stack.ofType(...types);
        const open = this.open.find(
            ({ mentions }) => targets.length === 0 || mentions.some((one) => targets.includes(one)),
        );
        if (open !== undefined) return `${open.holder.name}, not known before the update, allows`;
        return this.open.length === 0 && this.hasForeignPolicies ? "policies of another stack allow" : undefined;
    }

    /** What the documents say of a backend's actions or resources, in words; undefined when nothing. */
    mentions({ prefix, types }: AwsBackend): string | undefined {
        const actions = this.allowing.flatMap((statement) => statement.actions).filter((one) => one.startsWith(prefix));
        if (actions.length > 0) return `allow ${[...new Set(actions)].join(", ")}`;
        const target = this.open.flatMap(({ mentions }) => mentions).find(({ type }) => types.includes(type));
        return target === undefined ? undefined : `name ${target.label}`;
    }

    private allows(action: string): boolean {
        return this.allowing.some((statement) => statement.covers(action));
    }

    private get open(): readonly Grant[] {
        return this.grants.filter(({ document }) => document.state === "unknown");
    }

    private get hasForeignPolicies(): boolean {
        const attachment = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
        return this.role.gives("managedPolicyArns") || this.stack.referringTo(this.role, attachment, "role").length > 0;
    }
}
