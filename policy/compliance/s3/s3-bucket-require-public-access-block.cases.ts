import type { PolicyCases } from "../../../test/policy/cases";
import { addBucket, BLOCK, BUCKET } from "./bucket.fixture";

export const cases: PolicyCases = {
    violations: [
        {
            when: "there is none",
            change: (stack) => addBucket(stack, { without: BLOCK }),
            at: `${BUCKET} reports`,
            message: `reports (${BUCKET}): no BucketPublicAccessBlock names it. Make a BucketPublicAccessBlock for it with all four settings true.`,
        },
    ],
    absent: [{ when: "there is no bucket", passes: true, change: () => undefined }],
    unknown: { never: "what goes with a bucket is known when its name is not" },
    passes: [{ when: "the bucket has it", change: (stack) => addBucket(stack) }],
};
