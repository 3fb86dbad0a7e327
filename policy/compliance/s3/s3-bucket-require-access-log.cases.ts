import type { PolicyCases } from "../../../test/policy/cases";
import { addBucket, BUCKET, LOGGING } from "./bucket.fixture";

export const cases: PolicyCases = {
    violations: [
        {
            when: "there is none",
            change: (stack) => addBucket(stack, { without: LOGGING }),
            at: `${BUCKET} reports`,
            message: `reports (${BUCKET}): no BucketLogging names it. Make a BucketLogging for it.`,
        },
    ],
    absent: [{ when: "there is no bucket", passes: true, change: () => undefined }],
    unknown: { never: "what goes with a bucket is known when its name is not" },
    passes: [
        {
            when: "the bucket says it itself",
            change: (stack) =>
                addBucket(stack, { without: LOGGING, inside: { logging: { targetBucket: "logs-of-the-account" } } }),
        },
        { when: "the bucket has it", change: (stack) => addBucket(stack) },
        {
            when: "the bucket is where another one logs to",
            change: (stack) =>
                addBucket(stack, { without: LOGGING }).add({
                    type: LOGGING,
                    name: "others-logging",
                    props: { bucket: "other" },
                    from: { targetBucket: ["reports"] },
                }),
        },
    ],
};
