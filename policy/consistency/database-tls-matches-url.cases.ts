import type { PolicyCases } from "../../test/policy/cases";

const CLUSTER = "aws:rds/cluster:Cluster";
const PARAMETERS = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the values speak TLS only where the database offers it",
            change: (stack) => stack.setValue("postgres.external.sslMode", "prefer"),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.postgres.external.sslMode is prefer, but postgres (aws:rds/cluster:Cluster) insists on TLS (iamDatabaseAuthenticationEnabled is true). Set it to require or stricter.",
        },
        {
            when: "the values verify without certificates",
            change: (stack) => stack.setValue("postgres.external.caBundle", ""),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                'kaireon (kubernetes:helm.sh/v3:Release): values.postgres.external.sslMode is verify-full, but values.postgres.external.caBundle is "": pods have no certificate to check with. Give the bundle of the region.',
        },
    ],
    absent: [
        {
            when: "the certificates are left out",
            change: (stack) => stack.unsetValue("postgres.external.caBundle"),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.postgres.external.sslMode is verify-full, but values.postgres.external.caBundle is not set: pods have no certificate to check with. Give the bundle of the region.",
        },
        {
            when: "the values do not say how they connect",
            passes: true,
            change: (stack) => stack.unsetValue("postgres.external.sslMode"),
        },
    ],
    unknown: [
        {
            when: "the parameters are not known",
            change: (stack) =>
                stack
                    .set(CLUSTER, "postgres", "iamDatabaseAuthenticationEnabled", false)
                    .setUnknown(PARAMETERS, "postgres-parameters", "parameters"),
            unchecked:
                "postgres-parameters (aws:rds/clusterParameterGroup:ClusterParameterGroup): parameters is not known before the update",
        },
    ],
};
