import type { PolicyCases } from "../../../test/policy/cases";

const CLUSTER = "aws:rds/cluster:Cluster";
const INSTANCE = "aws:rds/clusterInstance:ClusterInstance";

export const cases: PolicyCases = {
    violations: [
        {
            when: "AWS upgrades what the program pins",
            change: (stack) => stack.set(INSTANCE, "postgres-1", "autoMinorVersionUpgrade", true),
            at: `${INSTANCE} postgres-1`,
            message: `postgres-1 (${INSTANCE}): autoMinorVersionUpgrade is true while engineVersion of postgres is 17.7, which the next update would undo. Set it to false, or name the major version alone.`,
        },
        {
            when: "nobody upgrades it",
            change: (stack) => {
                stack.set(CLUSTER, "postgres", "engineVersion", "17");
                for (const name of ["postgres-0", "postgres-1"])
                    stack.set(INSTANCE, name, "autoMinorVersionUpgrade", true);
            },
            at: `${INSTANCE} postgres-2`,
            message: `postgres-2 (${INSTANCE}): autoMinorVersionUpgrade is false while engineVersion of postgres is 17, so nobody upgrades it. Set it to true, or pin a minor release.`,
        },
    ],
    absent: [
        {
            when: "AWS upgrades by default what the program pins",
            change: (stack) => stack.unset(INSTANCE, "postgres-2", "autoMinorVersionUpgrade"),
            at: `${INSTANCE} postgres-2`,
            message: `postgres-2 (${INSTANCE}): autoMinorVersionUpgrade is true while engineVersion of postgres is 17.7, which the next update would undo. Set it to false, or name the major version alone.`,
        },
    ],
    unknown: [
        {
            when: "the version is not known",
            change: (stack) => stack.setUnknown(CLUSTER, "postgres", "engineVersion"),
            unchecked: `postgres (${CLUSTER}): engineVersion is not known before the update`,
        },
        {
            when: "who upgrades an instance is not known",
            change: (stack) => stack.setUnknown(INSTANCE, "postgres-0", "autoMinorVersionUpgrade"),
            unchecked: `postgres-0 (${INSTANCE}): autoMinorVersionUpgrade is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the program ignores what AWS makes of the version",
            change: (stack) => {
                stack.setOptions(CLUSTER, "postgres", { ignoreChanges: ["engineVersion"] });
                for (const name of ["postgres-0", "postgres-1", "postgres-2"])
                    stack.set(INSTANCE, name, "autoMinorVersionUpgrade", true);
            },
        },
    ],
};
