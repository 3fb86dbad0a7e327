import type { PolicyCases } from "../../../test/policy/cases";

const JOB = "kubernetes:batch/v1:Job";
const IMAGE = "spec.template.spec.containers.0.image";
const at = `${JOB} search-access-job`;
const message = (image: string) =>
    `search-access-job (${JOB}): ${IMAGE} is "${image}", which is from no approved place. Copy it into ECR, or approve its place.`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "an image is anybody's",
            change: (stack) => stack.set(JOB, "search-access-job", IMAGE, "somebody/curl:8.16.0"),
            at,
            message: message("somebody/curl:8.16.0"),
        },
    ],
    absent: [
        {
            when: "there is no container",
            passes: true,
            change: (stack) => stack.unset(JOB, "search-access-job", "spec.template.spec.containers"),
        },
    ],
    unknown: [
        {
            when: "the image is not known",
            change: (stack) => stack.setUnknown(JOB, "search-access-job", IMAGE),
            unchecked: `search-access-job (${JOB}): ${IMAGE} is not known before the update`,
        },
    ],
    passes: [
        {
            when: "it comes from ECR",
            change: (stack) =>
                stack.set(JOB, "search-access-job", IMAGE, "123456789012.dkr.ecr.eu-west-1.amazonaws.com/curl:8.16.0"),
        },
    ],
};
