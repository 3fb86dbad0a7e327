import type { StackResource } from "../graph/stack-resource";
import { stackPolicy } from "../policy";
import { isProtected } from "./stack-kind";

const SECRET = "aws:secretsmanager/secret:Secret";

/** Pulumi's own names end in seven random digits: another up takes another name. */
const HAS_SUFFIX = /-[0-9a-f]{7}$/;

export const secretRecoveryFitsStack = stackPolicy({
    id: "secret-recovery-fits-stack",
    title: "Secrets can be recovered on stacks that are kept, and free their names at once on others",
    why: "A deleted secret keeps its name for the recovery window: the next up fails because a secret with this name is scheduled for deletion.",
    fix: "Leave the name to Pulumi; set recoveryWindowInDays to 7 or more where data is kept",
    severity: "low",
    pitfalls: ["P-SEC-07"],
    links: ["https://docs.aws.amazon.com/secretsmanager/latest/userguide/manage_delete-secret.html"],
    types: [SECRET],
    check: (stack, report) => {
        const isKept = isProtected(stack);
        report.each(stack.ofType(SECRET), (secret) => {
            const days = secret.gives("recoveryWindowInDays")
                ? (secret.properties.number("recoveryWindowInDays") ?? 30)
                : 30;
            if (isKept && days < 7)
                report.violation(
                    `${secret.label}: recoveryWindowInDays is ${days}, but the stack's stores are protected; it must be at least 7. Raise it.`,
                    secret,
                );
            if (!isKept && days > 0 && hasFixedName(secret))
                report.violation(
                    `${secret.label}: recoveryWindowInDays is ${days} and the name ${secret.properties.text("name")} is fixed, but no store of the stack is protected: ` +
                        "after a destroy the next up fails. Set it to 0, or leave the name out.",
                    secret,
                );
        });
    },
});

function hasFixedName(secret: StackResource): boolean {
    const name = secret.properties.at("name");
    return secret.gives("name") && name.state === "known" && !HAS_SUFFIX.test(name.text() ?? "");
}
