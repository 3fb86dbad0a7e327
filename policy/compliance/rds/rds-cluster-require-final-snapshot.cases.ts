import type { PolicyCases } from "../../../test/policy/cases";

const CLUSTER = "aws:rds/cluster:Cluster";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the snapshot is skipped",
            change: (stack) => stack.set(CLUSTER, "postgres", "skipFinalSnapshot", true),
            at: `${CLUSTER} postgres`,
            message: `postgres (${CLUSTER}): skipFinalSnapshot is true; it must be false. Leave it out.`,
            also: { "protection-fits-stack": "the other stores are to be kept" },
        },
    ],
    absent: [
        {
            when: "the snapshot has no name",
            change: (stack) => stack.unset(CLUSTER, "postgres", "finalSnapshotIdentifier"),
            at: `${CLUSTER} postgres`,
            message: `postgres (${CLUSTER}): finalSnapshotIdentifier is not set; without a name the deletion fails. Set it to a name that no earlier snapshot has.`,
        },
        {
            when: "skipFinalSnapshot is left out",
            passes: true,
            change: (stack) => stack.unset(CLUSTER, "postgres", "skipFinalSnapshot"),
        },
    ],
    unknown: [
        {
            when: "whether it is skipped is not known",
            change: (stack) => stack.setUnknown(CLUSTER, "postgres", "skipFinalSnapshot"),
            unchecked: `postgres (${CLUSTER}): skipFinalSnapshot is not known before the update`,
        },
    ],
};
