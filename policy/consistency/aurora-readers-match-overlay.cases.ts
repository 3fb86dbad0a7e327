import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the values say one reader more than there is",
            change: (stack) => stack.setValue("postgresExternalReplicas", 3),
            at: RELEASE,
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.postgresExternalReplicas is 3, but postgres (aws:rds/cluster:Cluster) has 2 " +
                "(3 instances, one of them the writer). Set it to 2, or build 3 readers.",
        },
        {
            when: "a reader is missing",
            change: (stack) => stack.remove("aws:rds/clusterInstance:ClusterInstance", "postgres-2"),
            at: RELEASE,
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.postgresExternalReplicas is 2, but postgres (aws:rds/cluster:Cluster) has 1 " +
                "(2 instances, one of them the writer). Set it to 1, or build 2 readers.",
        },
    ],
    absent: [
        {
            when: "the values do not say how many readers there are",
            change: (stack) => stack.unsetValue("postgresExternalReplicas"),
            at: RELEASE,
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): values.postgresExternalReplicas is not set, which means 0, but postgres (aws:rds/cluster:Cluster) has 2 " +
                "(3 instances, one of them the writer). Set it to 2, or build 0 readers.",
        },
        {
            when: "the database is not of this stack",
            passes: true,
            change: (stack) =>
                stack.removeAll("aws:rds/clusterInstance:ClusterInstance").remove("aws:rds/cluster:Cluster"),
        },
    ],
    unknown: [
        {
            when: "the number is not known",
            change: (stack) => stack.setValueUnknown("postgresExternalReplicas"),
            unchecked:
                "kaireon (kubernetes:helm.sh/v3:Release): values.postgresExternalReplicas is not known before the update",
        },
    ],
    passes: [
        {
            when: "a hand-written program names the cluster in its instances",
            change: (stack) => {
                for (const index of [0, 1, 2]) {
                    const name = `postgres-${index}`;
                    stack
                        .set(
                            "aws:rds/clusterInstance:ClusterInstance",
                            name,
                            "clusterIdentifier",
                            "kaireon-large-postgres",
                        )
                        .setSources("aws:rds/clusterInstance:ClusterInstance", name, "clusterIdentifier", []);
                }
            },
        },
    ],
};
