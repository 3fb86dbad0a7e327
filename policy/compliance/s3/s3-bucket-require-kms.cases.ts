import type { PolicyCases } from "../../../test/policy/cases";
import { UNKNOWNS } from "../../graph/unknown";
import { addBucket, BUCKET, companionName, ENCRYPTION } from "./bucket.fixture";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the key is the one that S3 keeps",
            change: (stack) =>
                addBucket(stack, {
                    but: {
                        [ENCRYPTION]: { rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
                    },
                }),
            at: `${ENCRYPTION} ${companionName(ENCRYPTION)}`,
            message: `${companionName(ENCRYPTION)} (${ENCRYPTION}): sseAlgorithm is "AES256". Make a BucketServerSideEncryptionConfiguration for it with sseAlgorithm aws:kms and a key.`,
        },
    ],
    absent: [
        {
            when: "there is none",
            change: (stack) => addBucket(stack, { without: ENCRYPTION }),
            at: `${BUCKET} reports`,
            message: `reports (${BUCKET}): no BucketServerSideEncryptionConfiguration names it. Make a BucketServerSideEncryptionConfiguration for it with sseAlgorithm aws:kms and a key.`,
        },
    ],
    unknown: [
        {
            when: "the algorithm is not known",
            change: (stack) =>
                addBucket(stack, {
                    but: {
                        [ENCRYPTION]: {
                            rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: UNKNOWNS.string } }],
                        },
                    },
                }),
            unchecked: `${companionName(ENCRYPTION)} (${ENCRYPTION}): rules.0.applyServerSideEncryptionByDefault.sseAlgorithm is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the bucket says it itself",
            change: (stack) =>
                addBucket(stack, {
                    without: ENCRYPTION,
                    inside: {
                        serverSideEncryptionConfiguration: {
                            rule: {
                                applyServerSideEncryptionByDefault: { sseAlgorithm: "aws:kms", kmsMasterKeyId: "1" },
                            },
                        },
                    },
                }),
        },
        { when: "the bucket has it", change: (stack) => addBucket(stack) },
    ],
};
