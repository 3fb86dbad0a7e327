import type { PolicyCases } from "../../../test/policy/cases";
import { UNKNOWNS } from "../../graph/unknown";
import { addBucket, BUCKET, companionName, POLICY, policy } from "./bucket.fixture";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the policy says nothing of TLS",
            change: (stack) => addBucket(stack, { but: { [POLICY]: { policy: JSON.stringify({ Statement: [] }) } } }),
            at: `${POLICY} ${companionName(POLICY)}`,
            message: `${companionName(POLICY)} (${POLICY}): policy has no such statement. Make a BucketPolicy for it that denies s3:* to everybody when aws:SecureTransport is false.`,
        },
    ],
    absent: [
        {
            when: "there is none",
            change: (stack) => addBucket(stack, { without: POLICY }),
            at: `${BUCKET} reports`,
            message: `reports (${BUCKET}): no BucketPolicy names it. Make a BucketPolicy for it that denies s3:* to everybody when aws:SecureTransport is false.`,
        },
    ],
    unknown: [
        {
            when: "the policy is not known",
            change: (stack) => addBucket(stack, { but: { [POLICY]: { policy: UNKNOWNS.string } } }),
            unchecked: `${companionName(POLICY)} (${POLICY}): policy is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the bucket says it itself",
            change: (stack) => addBucket(stack, { without: POLICY, inside: { policy: policy() } }),
        },
        { when: "the bucket has it", change: (stack) => addBucket(stack) },
    ],
};
