import type { PolicyCases } from "../../../test/policy/cases";
import { addBucket, BUCKET, LIFECYCLE } from "./bucket.fixture";

export const cases: PolicyCases = {
    violations: [
        {
            when: "there is none",
            change: (stack) => addBucket(stack, { without: LIFECYCLE }),
            at: `${BUCKET} reports`,
            message: `reports (${BUCKET}): no BucketLifecycleConfiguration names it. Make a BucketLifecycleConfiguration for it.`,
        },
    ],
    absent: [{ when: "there is no bucket", passes: true, change: () => undefined }],
    unknown: { never: "what goes with a bucket is known when its name is not" },
    passes: [
        {
            when: "the bucket says it itself",
            change: (stack) =>
                addBucket(stack, {
                    without: LIFECYCLE,
                    inside: { lifecycleRules: [{ enabled: true, expiration: { days: 365 } }] },
                }),
        },
        { when: "the bucket has it", change: (stack) => addBucket(stack) },
    ],
};
