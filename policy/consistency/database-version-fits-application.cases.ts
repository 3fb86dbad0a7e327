import type { PolicyCases } from "../../test/policy/cases";

const CLUSTER = "aws:rds/cluster:Cluster";
const PARAMETERS = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the database is too old",
            change: (stack) =>
                stack
                    .set(CLUSTER, "postgres", "engineVersion", "14.12")
                    .set(PARAMETERS, "postgres-parameters", "family", "aurora-postgresql14"),
            at: "aws:rds/cluster:Cluster postgres",
            message:
                "postgres (aws:rds/cluster:Cluster): engineVersion is 14.12, but kaireon (kubernetes:helm.sh/v3:Release) needs PostgreSQL 15 or newer. Raise it.",
            also: { "rds-cluster-require-supported-engine": "AWS's own end of support is at the same version" },
        },
        {
            when: "the parameters are of another version",
            change: (stack) => stack.set(PARAMETERS, "postgres-parameters", "family", "aurora-postgresql16"),
            at: "aws:rds/clusterParameterGroup:ClusterParameterGroup postgres-parameters",
            message:
                "postgres-parameters (aws:rds/clusterParameterGroup:ClusterParameterGroup): family is aurora-postgresql16, but postgres (aws:rds/cluster:Cluster) has engineVersion 17.7. Set it to aurora-postgresql17.",
        },
    ],
    absent: [
        {
            when: "the version is left to RDS",
            passes: true,
            change: (stack) => stack.unset(CLUSTER, "postgres", "engineVersion"),
        },
    ],
    unknown: [
        {
            when: "the version is not known",
            change: (stack) => stack.setUnknown(CLUSTER, "postgres", "engineVersion"),
            unchecked: "postgres (aws:rds/cluster:Cluster): engineVersion is not known before the update",
        },
    ],
};
