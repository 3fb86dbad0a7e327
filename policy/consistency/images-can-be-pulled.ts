import { CannotTell } from "../graph/cannot-tell";
import { grantsOf, ROLE, statementsOf } from "../graph/iam-document";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { NODE_GROUP } from "./node-groups";

const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const PULL = /AmazonEC2ContainerRegistry(PullOnly|ReadOnly|PowerUser|FullAccess)$/;
const ECR = /^\d{12}\.dkr\.ecr[.-]/;

export const imagesCanBePulled = releasePolicy({
    id: "images-can-be-pulled",
    title: "The nodes may pull the release's images",
    why: "Otherwise every pod of every tier stays in ImagePullBackOff.",
    fix: "Attach AmazonEC2ContainerRegistryPullOnly to the role of the nodes, or name a pull secret for another registry",
    severity: "high",
    pitfalls: ["P-IAM-06"],
    links: ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/ECR_on_EKS.html"],
    check: (release, stack, report) => {
        const registry = release.values.at("image.registry");
        const host = registry.text() ?? release.values.text("image.repository") ?? "";
        const pullSecrets = ["image.pullSecrets", "imagePullSecrets"].flatMap((path) => release.values.items(path));
        if (host === "" || pullSecrets.length > 0) return;
        if (!ECR.test(host))
            throw new CannotTell(
                `${release.label}: the values name no pull secret, and whether ${host} asks for one does not show`,
                release.resource.urn,
            );
        const roles = stack
            .ofType(NODE_GROUP)
            .flatMap((group) => group.references("nodeRoleArn", ROLE, stack.ofType(ROLE)));
        report.each([...new Set(roles)], (role) => {
            if (mayPull(role, stack)) return;
            report.violation(
                `${role.label}: the role of the nodes has no permission to pull, but ${release.label} takes its images from ${host}. ` +
                    "Attach AmazonEC2ContainerRegistryPullOnly.",
                role,
            );
        });
    },
});

function mayPull(role: StackResource, stack: Stack): boolean {
    const attached = stack
        .referringTo(role, ATTACHMENT, "role")
        .map(({ properties }) => properties.text("policyArn") ?? "");
    const managed = role.gives("managedPolicyArns") ? role.properties.texts("managedPolicyArns") : [];
    if ([...attached, ...managed].some((arn) => PULL.test(arn))) return true;
    return grantsOf(role, stack)
        .flatMap(({ document }) => statementsOf(document))
        .some((statement) => statement.allows && statement.covers("ecr:BatchGetImage"));
}
