import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the readers have no endpoint in the values",
            change: (stack) => stack.setValue("postgres.external.readerHost", ""),
            at: RELEASE,
            message:
                `${LABEL}: values.postgresExternalReplicas is 2, but values.postgres.external.readerHost is "". ` +
                "Set it to the cluster's readerEndpoint, or the replicas to 0.",
        },
        {
            when: "both hosts are the same",
            change: (stack) =>
                stack
                    .setValue("postgres.external.readerHost", "db")
                    .setValue("postgres.external.host", "db")
                    .set("aws:rds/cluster:Cluster", "postgres", "endpoint", "db")
                    .set("aws:rds/cluster:Cluster", "postgres", "readerEndpoint", "db"),
            at: RELEASE,
            message:
                `${LABEL}: values.postgresExternalReplicas is 2, but values.postgres.external.readerHost and values.postgres.external.host are both "db". ` +
                "Set the one to the cluster's readerEndpoint and the other to its endpoint.",
        },
    ],
    absent: [
        {
            when: "the endpoint is left out",
            change: (stack) => stack.unsetValue("postgres.external.readerHost"),
            at: RELEASE,
            message:
                `${LABEL}: values.postgresExternalReplicas is 2, but values.postgres.external.readerHost is not set. ` +
                "Set it to the cluster's readerEndpoint, or the replicas to 0.",
        },
        { when: "the chart has other keys", change: (stack) => stack.unsetValue("postgres.external"), passes: true },
    ],
    unknown: [
        {
            when: "the number of readers is not known",
            change: (stack) => stack.setValueUnknown("postgresExternalReplicas"),
            unchecked: `${LABEL}: values.postgresExternalReplicas is not known before the update`,
        },
    ],
    passes: [
        {
            when: "there are no readers and no endpoint of theirs",
            change: (stack) => stack.setValue("postgresExternalReplicas", 0).unsetValue("postgres.external.readerHost"),
        },
    ],
};
