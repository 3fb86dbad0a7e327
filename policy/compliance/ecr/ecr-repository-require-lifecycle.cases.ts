import type { PolicyCases } from "../../../test/policy/cases";
import type { StackFixture } from "../../../test/policy/stack-fixture";
import { UNKNOWNS } from "../../graph/unknown";

const REPOSITORY = "aws:ecr/repository:Repository";

const add = (stack: StackFixture) =>
    stack.add({
        type: REPOSITORY,
        name: "images",
        props: {
            name: "images",
            imageScanningConfiguration: { scanOnPush: true },
            imageTagMutability: "IMMUTABLE",
            encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: "arn:aws:kms:eu-west-1:123456789012:key/1" }],
        },
    });

export const cases: PolicyCases = {
    violations: [
        {
            when: "images never go",
            change: add,
            at: `${REPOSITORY} images`,
            message: `images (${REPOSITORY}): no LifecyclePolicy names it. Make one that expires old images.`,
        },
    ],
    absent: [
        { when: "there is no repository", passes: true, change: (stack) => add(stack).remove(REPOSITORY, "images") },
    ],
    unknown: { never: "which repository a policy names is known when its name is not" },
    passes: [
        {
            when: "a policy names the repository",
            change: (stack) =>
                add(stack).add({
                    type: "aws:ecr/lifecyclePolicy:LifecyclePolicy",
                    name: "images-expiry",
                    props: { repository: UNKNOWNS.string },
                    from: { repository: ["images"] },
                }),
        },
    ],
};
