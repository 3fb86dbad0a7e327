import { ROLE, statementsOf } from "../../graph/iam-document";
import type { Stack } from "../../graph/stack";
import type { StackResource } from "../../graph/stack-resource";
import { type Report, stackPolicy } from "../../policy";

const ASSOCIATION = "aws:eks/podIdentityAssociation:PodIdentityAssociation";
const AGENT = "Service:pods.eks.amazonaws.com";

export const iamRoleMatchPodIdentity = stackPolicy({
    id: "iam-role-match-pod-identity",
    title: "A role for pods trusts EKS Pod Identity alone and belongs to one service account",
    why: "Another principal in the trust, or a second service account, takes the pod's rights; without sts:TagSession no pod gets them.",
    fix: "Trust pods.eks.amazonaws.com with sts:AssumeRole and sts:TagSession, and make one association for each role",
    severity: "high",
    controls: ["X-IAM-PODIDENTITY", "CIS-EKS-1.8.0/5.2.1"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/pod-id-role.html"],
    types: [ROLE],
    check: (stack, report) => report.each(stack.ofType(ROLE), (role) => checkRole(role, stack, report)),
});

function checkRole(role: StackResource, stack: Stack, report: Report): void {
    const statements = statementsOf(role.properties.at("assumeRolePolicy")).filter(({ allows }) => allows);
    const principals = new Set(statements.flatMap((statement) => statement.principals));
    const associations = stack.referringTo(role, ASSOCIATION, "roleArn");
    if (associations.length === 0 && !principals.has(AGENT)) return;
    const others = [...principals].filter((principal) => principal !== AGENT);
    const problem =
        others.length > 0
            ? `assumeRolePolicy trusts ${others.join(", ")}; a pod's role must trust pods.eks.amazonaws.com alone. Take the others out.`
            : ["sts:AssumeRole", "sts:TagSession"].some((action) => !statements.some((one) => one.covers(action)))
              ? "assumeRolePolicy must allow sts:AssumeRole and sts:TagSession. Add both."
              : associationProblem(associations);
    if (problem !== undefined) report.violation(`${role.label}: ${problem}`, role);
}

function associationProblem(associations: readonly StackResource[]): string | undefined {
    // A role that nobody was given does no harm.
    if (associations.length < 2) return undefined;
    const names = associations.map(({ name }) => name).sort();
    return `${names.join(", ")} share it; each service account must have its own. Make a role for each.`;
}
