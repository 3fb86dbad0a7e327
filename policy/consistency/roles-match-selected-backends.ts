import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { Tier } from "../graph/tiers";
import { type Report, releasePolicy } from "../policy";
import { AWS_BACKENDS, type AwsBackend, backendsAskingRoles } from "./aws-backends";
import { rolesOf } from "./pod-roles";
import { RolePermissions } from "./role-permissions";
import { isSettled } from "./settled-selectors";

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
        const isSure = ({ selector }: AwsBackend) => isSettled(selector, release, stack);
        const asked = backendsAskingRoles(values, stack).filter(isSure);
        const notSelected = AWS_BACKENDS.filter(
            (backend) => backend.selectedBy(values) === undefined && isSure(backend),
        );
        const tiers = release.tiers.filter((tier) => tier.enabled);
        report.each(tiers, (tier) =>
            report.each(permissionsOf(release, tier, stack), (permissions) => {
                checkNeeds(release, tier, permissions, asked, report);
                for (const backend of notSelected) checkLeftOver(release, tier, permissions, backend, report);
            }),
        );
    },
});

function permissionsOf(release: Release, tier: Tier, stack: Stack): readonly RolePermissions[] {
    return rolesOf(release, tier, stack).map((role) => new RolePermissions(role, stack));
}

function checkNeeds(
    { values }: Release,
    tier: Tier,
    permissions: RolePermissions,
    backends: readonly AwsBackend[],
    report: Report,
): void {
    const { role } = permissions;
    const lacking = backends.filter((backend) => permissions.missing(backend, tier.name) !== "");
    const untold = lacking.filter((backend) => permissions.untoldSource(backend) !== undefined);
    for (const backend of lacking.filter((one) => !untold.includes(one)))
        report.violation(
            `${role.label}: ${backend.selectedBy(values)}, but no policy of the role of ${tier.values.path} allows ${permissions.missing(backend, tier.name)}. ` +
                `Add a statement for ${backend.name}.`,
            role,
        );
    const [first] = untold;
    if (first === undefined) return;
    const actions = untold.map((backend) => permissions.missing(backend, tier.name)).join(", ");
    report.cannotTell(
        `${role.label}: whether ${permissions.untoldSource(first)} ${actions} to ${tier.values.path}`,
        role,
    );
}

function checkLeftOver(
    { label }: Release,
    tier: Tier,
    permissions: RolePermissions,
    backend: AwsBackend,
    report: Report,
): void {
    const { role } = permissions;
    const what = permissions.mentions(backend);
    if (what === undefined) return;
    report.violation(
        `${role.label}: the policies of the role of ${tier.values.path} ${what}, but no value of ${label} selects ${backend.name}. Remove the statement.`,
        role,
    );
}
