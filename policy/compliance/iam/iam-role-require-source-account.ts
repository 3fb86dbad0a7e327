import { type Statement, statementsOf } from "../../graph/iam-document";
import { resourcePolicy } from "../../policy";

const FACTS = new Set(["aws:sourceaccount", "aws:sourcearn", "aws:sourceorgid"]);

export const iamRoleRequireSourceAccount = resourcePolicy({
    id: "iam-role-require-source-account",
    title: "Roles for AWS services say on whose behalf the service may take them",
    why: "The service acts for every customer: another account could have it use this role (the confused deputy).",
    fix: "Add a condition on aws:SourceAccount or aws:SourceArn to the trust",
    severity: "high",
    controls: ["iam_role_cross_service_confused_deputy_prevention"],
    links: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html"],
    settings: {
        exempt: {
            description:
                "Services that are let off: ec2 hands a role to its own instances and sends no source; the trust for eks is fixed in @pulumi/eks",
            default: ["ec2.amazonaws.com", "eks.amazonaws.com"],
        },
    },
    types: ["aws:iam/role:Role"],
    check: ({ label, properties, urn }, report, { exempt }) => {
        statementsOf(properties.at("assumeRolePolicy")).forEach((statement, index) => {
            const services = statement.principals
                .filter((principal) => principal.startsWith("Service:"))
                .map((principal) => principal.slice("Service:".length))
                .filter((service) => !exempt.includes(service));
            if (statement.allows && services.length > 0 && !saysOnWhoseBehalf(statement))
                report.violation(
                    `${label}: assumeRolePolicy, statement ${index + 1}, trusts ${services.join(", ")} for every account. Add a condition on aws:SourceAccount.`,
                    { urn },
                );
        });
    },
});

function saysOnWhoseBehalf({ conditions }: Statement): boolean {
    return conditions
        .names()
        .filter((operator) => /^(String|Arn)(Equals|Like|EqualsIgnoreCase)$/i.test(operator))
        .some((operator) => conditions.names([operator]).some((fact) => FACTS.has(fact.toLowerCase())));
}
