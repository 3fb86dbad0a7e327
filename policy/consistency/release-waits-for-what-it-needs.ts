import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { associationsOf } from "./pod-roles";
import { awaited } from "./waits-for";

const SECRET = "aws:secretsmanager/secret:Secret";

/** Add-ons without which no pod of the release gets a network, a name or credentials. */
const ADD_ONS = ["vpc-cni", "coredns", "eks-pod-identity-agent"];

export const releaseWaitsForWhatItNeeds = releasePolicy({
    id: "release-waits-for-what-it-needs",
    title: "The release waits for add-ons, associations and secret values that its pods need at their start",
    why: "A pod that starts before its association gets no credentials until it is restarted: the first up fails and the second succeeds.",
    fix: "Add them to the release's dependsOn",
    severity: "medium",
    pitfalls: ["P-DEL-03"],
    links: ["https://www.pulumi.com/docs/iac/concepts/resources/options/dependson/"],
    check: (release, stack, report) => {
        const before = awaited(release.resource, stack);
        const needed = [...addOns(stack), ...associations(release, stack), ...secretVersions(release, stack)];
        report.each(
            needed.filter((resource) => !before.has(resource)),
            (resource) =>
                report.violation(
                    `${release.label}: does not wait for ${resource.label}, which its pods need at their start. Add it to dependsOn.`,
                    release.resource,
                ),
        );
    },
});

function addOns(stack: Stack): readonly StackResource[] {
    return stack
        .ofType("aws:eks/addon:Addon")
        .filter(({ properties }) => ADD_ONS.includes(properties.text("addonName") ?? ""));
}

function associations(release: Release, stack: Stack): readonly StackResource[] {
    return release.tiers.filter((tier) => tier.enabled).flatMap((tier) => associationsOf(release, tier, stack));
}

function secretVersions(release: Release, stack: Stack): readonly StackResource[] {
    const secrets = stack.ofType(SECRET).filter((secret) => release.usesOutputOf(secret));
    return secrets.flatMap((secret) =>
        stack.referringTo(secret, "aws:secretsmanager/secretVersion:SecretVersion", "secretId"),
    );
}
