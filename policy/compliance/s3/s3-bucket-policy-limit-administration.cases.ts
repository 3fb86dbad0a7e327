import type { PolicyCases } from "../../../test/policy/cases";
import { UNKNOWNS } from "../../graph/unknown";
import { addBucket, companionName, POLICY, policy } from "./bucket.fixture";

const name = companionName(POLICY);
const allow = (action: string) => ({
    Effect: "Allow",
    Principal: { AWS: "arn:aws:iam::210987654321:root" },
    Action: action,
    Resource: "arn:aws:s3:::reports",
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "another account may change the policy",
            change: (stack) => addBucket(stack, { but: { [POLICY]: { policy: policy(allow("s3:PutBucket*")) } } }),
            at: `${POLICY} ${name}`,
            message: `${name} (${POLICY}): statement 2 of policy allows s3:PutBucketAcl, s3:PutBucketPolicy to arn:aws:iam::210987654321:root. Take them out.`,
        },
    ],
    absent: [
        {
            when: "there is no document",
            passes: true,
            change: (stack) => stack.add({ type: POLICY, name, props: { bucket: "other" } }),
        },
    ],
    unknown: [
        {
            when: "the document is not known",
            change: (stack) => stack.add({ type: POLICY, name, props: { bucket: "other", policy: UNKNOWNS.string } }),
            unchecked: `${name} (${POLICY}): policy is not known before the update`,
        },
    ],
    passes: [
        {
            when: "another account may read",
            change: (stack) => addBucket(stack, { but: { [POLICY]: { policy: policy(allow("s3:GetObject")) } } }),
        },
    ],
};
