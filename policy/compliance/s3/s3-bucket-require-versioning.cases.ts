import type { PolicyCases } from "../../../test/policy/cases";
import { UNKNOWNS } from "../../graph/unknown";
import { addBucket, BUCKET, companionName, VERSIONING } from "./bucket.fixture";

export const cases: PolicyCases = {
    violations: [
        {
            when: "versioning is suspended",
            change: (stack) =>
                addBucket(stack, { but: { [VERSIONING]: { versioningConfiguration: { status: "Suspended" } } } }),
            at: `${VERSIONING} ${companionName(VERSIONING)}`,
            message: `${companionName(VERSIONING)} (${VERSIONING}): versioningConfiguration.status is "Suspended". Make a BucketVersioning for it with versioningConfiguration.status Enabled.`,
        },
    ],
    absent: [
        {
            when: "there is none",
            change: (stack) => addBucket(stack, { without: VERSIONING }),
            at: `${BUCKET} reports`,
            message: `reports (${BUCKET}): no BucketVersioning names it. Make a BucketVersioning for it with versioningConfiguration.status Enabled.`,
        },
    ],
    unknown: [
        {
            when: "whether it is on is not known",
            change: (stack) =>
                addBucket(stack, { but: { [VERSIONING]: { versioningConfiguration: { status: UNKNOWNS.string } } } }),
            unchecked: `${companionName(VERSIONING)} (${VERSIONING}): versioningConfiguration.status is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the bucket says it itself",
            change: (stack) => addBucket(stack, { without: VERSIONING, inside: { versioning: { enabled: true } } }),
        },
        { when: "the bucket has it", change: (stack) => addBucket(stack) },
    ],
};
