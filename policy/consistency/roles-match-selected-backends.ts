import { type Grant, grantsOf, statementsOf } from "../graph/iam-document";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import type { Tier } from "../graph/tiers";
import { type Report, releasePolicy } from "../policy";
import { AWS_BACKENDS, type AwsBackend, backendsAskingRoles } from "./aws-backends";
import { rolesOf } from "./pod-roles";

export const rolesMatchSelectedBackends = releasePolicy({
    id: "roles-match-selected-backends",
    title: "Each tier's role allows what the selected backends need, and nothing of the others",
    why: "After a change of a selector pods are denied the new store, or keep access to the old one that nobody looks after.",
    fix: "Derive the statements of each role from the selected backends",
    severity: "high",
    pitfalls: ["P-IAM-02"],
    links: ["https://docs.kaireonai.com/deployment/infrastructure-backends"],
    check: (release, stack, report) => {
        const { values } = release;
        const asked = backendsAskingRoles(values, stack);
        const notSelected = AWS_BACKENDS.filter((backend) => backend.selectedBy(values) === undefined);
        report.each(
            release.tiers.filter((tier) => tier.enabled),
            (tier) =>
                report.each(rolesOf(release, tier, stack), (role) => {
                    const held = { release, tier, role, grants: grantsOf(role, stack), stack, report };
                    checkNeeds(held, asked);
                    for (const backend of notSelected) checkLeftOver(held, backend);
                }),
        );
    },
});

interface Held {
    readonly release: Release;
    readonly tier: Tier;
    readonly role: StackResource;
    readonly grants: readonly Grant[];
    readonly stack: Stack;
    readonly report: Report;
}

function checkNeeds({ release, tier, role, grants, stack, report }: Held, backends: readonly AwsBackend[]): void {
    const known = knownStatements(grants).filter(({ allows }) => allows);
    const open = grants.filter(({ document }) => document.state === "unknown");
    const untold: string[] = [];
    for (const backend of backends) {
        const needs = backend.needs.filter(({ tiers }) => tiers.includes(tier.name));
        const missing = needs.filter(({ anyOf }) => !anyOf.some((action) => known.some((one) => one.covers(action))));
        if (missing.length === 0) continue;
        const actions = missing.map(({ anyOf }) => anyOf.join(" or ")).join(", ");
        const targets = stack.ofType(...backend.types);
        // What a document mentions shows in every preview; its actions only when it is known.
        const reaches = open.some(
            ({ mentions }) => targets.length === 0 || mentions.some((one) => targets.includes(one)),
        );
        if (reaches || (open.length === 0 && hasForeignPolicies(role, stack))) untold.push(actions);
        else
            report.violation(
                `${role.label}: ${backend.selectedBy(release.values)}, but no policy of the role of ${tier.values.path} allows ${actions}. Add a statement for ${backend.name}.`,
                role,
            );
    }
    if (untold.length === 0) return;
    const unread =
        open[0] === undefined
            ? "policies that are not of this stack allow"
            : `${open[0].holder.name}, not known before the update, allows`;
    report.cannotTell(`${role.label}: whether ${unread} ${untold.join(", ")}`, role);
}

function checkLeftOver({ release, tier, role, grants, report }: Held, backend: AwsBackend): void {
    const actions = knownStatements(grants)
        .filter(({ allows }) => allows)
        .flatMap((statement) => statement.actions)
        .filter((action) => action.startsWith(backend.prefix));
    const target = grants
        .filter(({ document }) => document.state === "unknown")
        .flatMap(({ mentions }) => mentions)
        .find(({ type }) => backend.types.includes(type));
    const what = actions.length > 0 ? `allow ${[...new Set(actions)].join(", ")}` : target && `name ${target.label}`;
    if (what === undefined) return;
    report.violation(
        `${role.label}: the policies of the role of ${tier.values.path} ${what}, but no value of ${release.label} selects ${backend.name}. Remove the statement.`,
        role,
    );
}

function knownStatements(grants: readonly Grant[]) {
    return grants
        .filter(({ document }) => document.state === "known")
        .flatMap(({ document }) => statementsOf(document));
}

function hasForeignPolicies(role: StackResource, stack: Stack): boolean {
    const attachments = stack.referringTo(role, "aws:iam/rolePolicyAttachment:RolePolicyAttachment", "role");
    return attachments.length > 0 || role.gives("managedPolicyArns");
}
