import type { PolicyCases } from "../../../test/policy/cases";

const CLUSTER = "aws:rds/cluster:Cluster";
const INSTANCE = "aws:rds/clusterInstance:ClusterInstance";

const refused = (are: string) => ({
    at: `${CLUSTER} postgres`,
    message: `postgres (${CLUSTER}): promotionTier 0 and 1 are ${are}; they must be at least 2 instances, all of one instanceClass. Give a reader of the writer's class promotionTier 1.`,
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "no reader is first in line",
            change: (stack) => stack.set(INSTANCE, "postgres-1", "promotionTier", 15),
            ...refused("postgres-0 db.r7g.2xlarge"),
        },
        {
            when: "the reader that is first in line is smaller",
            change: (stack) => stack.set(INSTANCE, "postgres-1", "instanceClass", "db.r7g.large"),
            ...refused("postgres-0 db.r7g.2xlarge, postgres-1 db.r7g.large"),
        },
    ],
    absent: [
        {
            when: "a tier is left out, which means 0",
            passes: true,
            change: (stack) => stack.unset(INSTANCE, "postgres-2", "promotionTier"),
        },
    ],
    unknown: [
        {
            when: "a tier is not known",
            change: (stack) => stack.setUnknown(INSTANCE, "postgres-1", "promotionTier"),
            unchecked: `postgres-1 (${INSTANCE}): promotionTier is not known before the update`,
        },
        {
            when: "a size is not known",
            change: (stack) => stack.setUnknown(INSTANCE, "postgres-1", "instanceClass"),
            unchecked: `postgres-1 (${INSTANCE}): instanceClass is not known before the update`,
        },
    ],
};
