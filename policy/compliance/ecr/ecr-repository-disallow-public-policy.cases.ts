import type { PolicyCases } from "../../../test/policy/cases";
import { UNKNOWNS } from "../../graph/unknown";

const TYPE = "aws:ecr/repositoryPolicy:RepositoryPolicy";
const PUBLIC = JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "ecr:BatchGetImage", Resource: "*" }],
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "the document lets everybody in",
            change: (stack) =>
                stack.add({ type: TYPE, name: "images-policy", props: { repository: "images", policy: PUBLIC } }),
            at: `${TYPE} images-policy`,
            message: `images-policy (${TYPE}): policy allows ecr:BatchGetImage to everybody in statement 1. Name the accounts that pull the images.`,
        },
    ],
    absent: [
        {
            when: "there is no document",
            passes: true,
            change: (stack) => stack.add({ type: TYPE, name: "images-policy", props: { repository: "images" } }),
        },
    ],
    unknown: [
        {
            when: "the document is not known",
            change: (stack) =>
                stack.add({
                    type: TYPE,
                    name: "images-policy",
                    props: { repository: "images", policy: UNKNOWNS.string },
                }),
            unchecked: `images-policy (${TYPE}): policy is not known before the update`,
        },
    ],
};
