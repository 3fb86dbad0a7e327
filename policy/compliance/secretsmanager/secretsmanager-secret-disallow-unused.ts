import type { Stack } from "../../graph/stack";
import type { StackResource } from "../../graph/stack-resource";
import { stackPolicy } from "../../policy";

const SECRET = "aws:secretsmanager/secret:Secret";

/** What belongs to a secret, and reads it for nobody. */
const OWN = "aws:secretsmanager/";

export const secretsmanagerSecretDisallowUnused = stackPolicy({
    id: "secretsmanager-secret-disallow-unused",
    title: "Every secret is read by somebody",
    why: "A secret that nothing reads can leak and be missed by nobody; it also costs every month.",
    fix: "Name it in the policy of the role that reads it or in the release's values, or delete it",
    severity: "medium",
    controls: ["SecretsManager.3"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/secretsmanager-controls.html#secretsmanager-3"],
    types: [SECRET],
    check: (stack, report) => {
        for (const secret of stack.ofType(SECRET)) {
            if (isUsed(secret, stack)) continue;
            report.violation(
                `${secret.label}: nothing but its own version refers to it. Name it where it is read, or delete it.`,
                secret,
            );
        }
    },
});

function isUsed(secret: StackResource, stack: Stack): boolean {
    return stack.resources.some(
        ({ type, dependencies }) => !type.startsWith(OWN) && dependencies.some(({ urn }) => urn === secret.urn),
    );
}
