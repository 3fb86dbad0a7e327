import { type Statement, statementsOf } from "../../graph/iam-document";
import { resourcePolicy } from "../../policy";

const ACCOUNT = /^system:serviceaccount:[^:*?]+:[^:*?]+$/;

export const iamRoleLimitWebIdentity = resourcePolicy({
    id: "iam-role-limit-web-identity",
    title: "Roles for web identities are for one service account",
    why: "Every pod of the cluster could take a role whose trust names no service account, or all by a wildcard.",
    fix: "Add StringEquals on <issuer>:sub with system:serviceaccount:<namespace>:<name>, and on <issuer>:aud with sts.amazonaws.com",
    severity: "high",
    controls: ["X-IAM-IRSA"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/associate-service-account-role.html"],
    types: ["aws:iam/role:Role"],
    check: ({ label, properties, urn }, report) => {
        statementsOf(properties.at("assumeRolePolicy")).forEach((statement, index) => {
            if (!statement.allows || !statement.covers("sts:AssumeRoleWithWebIdentity")) return;
            const subjects = equal(statement, ":sub");
            const audiences = equal(statement, ":aud");
            const isOne = subjects.length === 1 && ACCOUNT.test(subjects[0] ?? "");
            if (isOne && audiences.length === 1 && audiences[0] === "sts.amazonaws.com") return;
            report.violation(
                `${label}: assumeRolePolicy, statement ${index + 1}, must name one service account and the audience sts.amazonaws.com by StringEquals. Add <issuer>:sub and <issuer>:aud.`,
                { urn },
            );
        });
    },
});

function equal({ conditions }: Statement, ending: string): readonly string[] {
    const facts = conditions.at("StringEquals");
    return facts
        .names()
        .filter((fact) => fact.endsWith(ending))
        .flatMap((fact) => {
            const place = facts.at([fact]);
            return place.isList ? place.texts() : [place.text() ?? ""];
        });
}
