import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";

/** The resource again, with nothing that waits for it. */
function unawaited(
    stack: StackFixture,
    type: string,
    name: string,
    from: Readonly<Record<string, readonly string[]>>,
): void {
    const { props } = stack.find(type, name);
    stack.remove(type, name).add({ type, name, props, from });
}

export const cases: PolicyCases = {
    violations: [
        {
            when: "the release does not wait for an association",
            change: (stack) =>
                unawaited(stack, "aws:eks/podIdentityAssociation:PodIdentityAssociation", "tiers-worker", {
                    roleArn: ["tier-roles-worker"],
                    clusterName: ["cluster-eksCluster"],
                }),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): does not wait for tiers-worker (aws:eks/podIdentityAssociation:PodIdentityAssociation), which its pods need at their start. Add it to dependsOn.",
        },
        {
            when: "the release does not wait for a secret's value",
            change: (stack) =>
                unawaited(stack, "aws:secretsmanager/secretVersion:SecretVersion", "redis-auth-version", {
                    secretId: ["redis-auth"],
                    secretString: ["redis-auth-token"],
                }),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): does not wait for redis-auth-version (aws:secretsmanager/secretVersion:SecretVersion), which its pods need at their start. Add it to dependsOn.",
        },
    ],
    absent: [
        {
            when: "the stack has no add-ons of its own",
            passes: true,
            change: (stack) => stack.removeAll("aws:eks/addon:Addon"),
        },
    ],
    unknown: [
        {
            when: "whether a tier is on is not known",
            change: (stack) => stack.setValueUnknown("mlWorker.enabled"),
            unchecked:
                "kaireon (kubernetes:helm.sh/v3:Release): values.mlWorker.enabled is not known before the update",
        },
    ],
};
