import { stackPolicy } from "../../policy";

const REPOSITORY = "aws:ecr/repository:Repository";
const LIFECYCLE = "aws:ecr/lifecyclePolicy:LifecyclePolicy";

export const ecrRepositoryRequireLifecycle = stackPolicy({
    id: "ecr-repository-require-lifecycle",
    title: "Old images go",
    why: "Images pile up: they cost, and the old ones have the known holes.",
    fix: "Make a LifecyclePolicy for the repository",
    severity: "medium",
    controls: ["ECR.3"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html#ecr-3"],
    types: [REPOSITORY],
    check: (stack, report) => {
        for (const repository of stack.ofType(REPOSITORY)) {
            if (stack.referringTo(repository, LIFECYCLE, "repository").length > 0) continue;
            report.violation(
                `${repository.label}: no LifecyclePolicy names it. Make one that expires old images.`,
                repository,
            );
        }
    },
});
