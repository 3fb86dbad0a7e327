import { CannotTell } from "../graph/cannot-tell";
import { statementsOf } from "../graph/iam-document";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import type { Tier } from "../graph/tiers";
import { type Report, releasePolicy } from "../policy";
import { ASSOCIATION, associationsOf, roleAnnotation, rolesOf, serviceAccountOf, tiersCallingAws } from "./pod-roles";

const TRUSTED = "Service:pods.eks.amazonaws.com";
const AGENT = "eks-pod-identity-agent";

export const serviceAccountsHaveRoles = releasePolicy({
    id: "service-accounts-have-roles",
    title: "Each service account whose pods call AWS has exactly one role, and the role trusts it",
    why: "Without a role of their own pods take the node's: calls are denied, or, worse, allowed to every pod on the node.",
    fix: "Create one pod identity association per service account, with a role that trusts pods.eks.amazonaws.com for sts:AssumeRole and sts:TagSession",
    severity: "high",
    pitfalls: ["P-IAM-01"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/pod-id-association.html"],
    check: (release, stack, report) => {
        report.each(tiersCallingAws(release, stack), (tier) => checkTier(release, tier, stack, report));
        const addOns = stack.ofType("aws:eks/addon:Addon");
        const hasAgent = addOns.some(({ properties }) => properties.text("addonName") === AGENT);
        const [association] = stack.ofType(ASSOCIATION);
        if (association === undefined || addOns.length === 0 || hasAgent) return;
        const rule = `the stack has pod identity associations but no add-on ${AGENT}, which hands the credentials out`;
        report.violation(`${release.label}: ${rule}. Add it.`, release.resource);
    },
});

function checkTier(release: Release, tier: Tier, stack: Stack, report: Report): void {
    const account = `${release.namespace}/${serviceAccountOf(release, tier)}`;
    const associations = associationsOf(release, tier, stack);
    if (associations.length > 1) {
        const names = associations.map(({ name }) => name).sort();
        report.violation(
            `${release.label}: ${account} has ${associations.length} associations: ${names.join(", ")}; one service account has one role. Remove all but one.`,
            release.resource,
        );
    }
    if (associations.length === 0 && roleAnnotation(release, tier) === undefined) {
        if (stack.ofType(ASSOCIATION, "aws:eks/cluster:Cluster").length === 0)
            throw new CannotTell(`${release.label}: the cluster is not of this stack, nor are roles of pods`);
        report.violation(
            `${release.label}: ${tier.values.path} calls AWS as the service account ${account}, but the stack has no pod identity association for it and the values ` +
                "no role annotation. Create the association.",
            release.resource,
        );
    }
    // A role for the OIDC provider names it in a trust that only the update knows.
    if (associations.length > 0) for (const role of rolesOf(release, tier, stack)) checkTrust(role, account, report);
}

function checkTrust(role: StackResource, account: string, report: Report): void {
    const statements = statementsOf(role.properties.at("assumeRolePolicy")).filter(
        (statement) => statement.allows && statement.principals.includes(TRUSTED),
    );
    const missing = ["sts:AssumeRole", "sts:TagSession"].filter(
        (action) => !statements.some((statement) => statement.covers(action)),
    );
    if (missing.length > 0)
        report.violation(
            `${role.label}: assumeRolePolicy does not allow ${missing.join(" and ")} to pods.eks.amazonaws.com, but it is the role of ${account}. Add it.`,
            role,
        );
    const [, name = ""] = account.split("/");
    const tag = ["StringEquals", "aws:RequestTag/kubernetes-service-account"];
    const wanted = statements.map((statement) => statement.conditions.text(tag)).filter((one) => one !== undefined);
    if (missing.length > 0 || wanted.length === 0 || wanted.includes(name)) return;
    report.violation(
        `${role.label}: assumeRolePolicy is for the service account ${wanted.join(", ")}, but it is the role of ${account}. Correct the condition.`,
        role,
    );
}
