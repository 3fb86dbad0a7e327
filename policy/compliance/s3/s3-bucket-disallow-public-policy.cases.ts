import type { PolicyCases } from "../../../test/policy/cases";
import { UNKNOWNS } from "../../graph/unknown";

const TYPE = "aws:s3/bucketPolicy:BucketPolicy";
const PUBLIC = JSON.stringify({
    Statement: [{ Effect: "Allow", Principal: { AWS: "*" }, Action: "s3:GetObject", Resource: "*" }],
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "the document lets everybody in",
            change: (stack) =>
                stack.add({ type: TYPE, name: "reports-policy", props: { bucket: "reports", policy: PUBLIC } }),
            at: `${TYPE} reports-policy`,
            message: `reports-policy (${TYPE}): policy allows s3:GetObject to everybody in statement 1. Name the principals, or fix their account by a condition such as aws:SourceAccount.`,
        },
    ],
    absent: [
        {
            when: "there is no document",
            passes: true,
            change: (stack) => stack.add({ type: TYPE, name: "reports-policy", props: { bucket: "reports" } }),
        },
    ],
    unknown: [
        {
            when: "the document is not known",
            change: (stack) =>
                stack.add({
                    type: TYPE,
                    name: "reports-policy",
                    props: { bucket: "reports", policy: UNKNOWNS.string },
                }),
            unchecked: `reports-policy (${TYPE}): policy is not known before the update`,
        },
    ],
};
