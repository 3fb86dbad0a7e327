import { CannotTell } from "../graph/cannot-tell";
import { ROLE } from "../graph/iam-document";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import type { Tier } from "../graph/tiers";
import type { View } from "../graph/view";
import { backendsAskingRoles } from "./aws-backends";

export const ASSOCIATION = "aws:eks/podIdentityAssociation:PodIdentityAssociation";

const ROLE_ANNOTATION = "eks.amazonaws.com/role-arn";

/** The enabled tiers whose containers call a selected backend of AWS. */
export function tiersCallingAws(release: Release, stack: Stack): readonly Tier[] {
    const callers = backendsAskingRoles(release.values, stack).flatMap(({ needs }) =>
        needs.flatMap(({ tiers }) => tiers),
    );
    return release.tiers.filter((tier) => tier.enabled && callers.includes(tier.name));
}

/** The service account that a tier runs as: one that the values name, else the chart's own. */
export function serviceAccountOf(release: Release, tier: Tier): string {
    return tier.values.text("serviceAccount.name") ?? release.values.text("serviceAccount.name") ?? tier.workload;
}

/** Pod identity associations of the tier's service account. */
export function associationsOf(release: Release, tier: Tier, stack: Stack): readonly StackResource[] {
    const account = serviceAccountOf(release, tier);
    return stack
        .ofType(ASSOCIATION)
        .filter(({ properties }) => properties.text("serviceAccount") === account)
        .filter(({ properties }) => properties.text("namespace") === release.namespace);
}

/** The annotation that gives a service account a role through the cluster's OIDC provider. */
export function roleAnnotation(release: Release, tier: Tier): View | undefined {
    const places = [
        tier.values.at("serviceAccountAnnotations"),
        tier.values.at("serviceAccount.annotations"),
        release.values.at("serviceAccount.annotations"),
    ];
    return places.map((place) => place.at([ROLE_ANNOTATION])).find((place) => place.exists);
}

/** The roles of this stack that the tier's pods run with. @throws CannotTell when which one does not show */
export function rolesOf(release: Release, tier: Tier, stack: Stack): readonly StackResource[] {
    const roles = stack.ofType(ROLE);
    const associated = associationsOf(release, tier, stack).flatMap((one) => one.references("roleArn", ROLE, roles));
    const annotation = roleAnnotation(release, tier);
    if (associated.length > 0 || annotation === undefined) return associated;
    if (annotation.state === "known") {
        const arn = annotation.text();
        return roles.filter(({ properties }) => properties.at("arn").shown() === JSON.stringify(arn));
    }
    const sources = release.resource.sources("values").filter(({ type }) => type === ROLE);
    if (sources.length <= 1) return sources;
    const names = sources.map(({ name }) => name).join(", ");
    throw new CannotTell(
        `${release.label}: which of the roles ${names} ${annotation.path} is does not show before the update`,
        release.resource.urn,
    );
}
