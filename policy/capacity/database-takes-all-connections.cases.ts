import type { PolicyCases } from "../../test/policy/cases";

const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
const PARAMETERS = "aws:rds/clusterParameterGroup:ClusterParameterGroup";

export const cases: PolicyCases = {
    violations: [
        {
            when: "an instance that may become the writer is too small",
            change: (stack) => stack.set(INSTANCE, "postgres-2", "instanceClass", "db.t4g.large"),
            at: `${INSTANCE} postgres-2`,
            message:
                `${LABEL}: 99 pods at the maximum (api 50 + 3, worker 30 + 1, mlWorker 10 + 1, outboxPublisher 3 + 1) with values.postgres.external.poolSize 10 ` +
                `open 990 connections, but postgres-2 (${INSTANCE}) takes 841 (db.t4g.large). Set poolSize to at most 8, or take a larger class, or set postgres.pooler.enabled.`,
        },
        {
            when: "the pooler itself opens more than the class takes",
            change: (stack) =>
                stack
                    .setValue("postgres.pooler", {
                        enabled: true,
                        replicas: 3,
                        defaultPoolSize: 300,
                        maxClientConnections: 5000,
                    })
                    .set(INSTANCE, "postgres-2", "instanceClass", "db.t4g.large"),
            at: `${INSTANCE} postgres-2`,
            message:
                `${LABEL}: 4 PgBouncers (3 + 1) with values.postgres.pooler.defaultPoolSize 300 open 1200 connections, ` +
                `but postgres-2 (${INSTANCE}) takes 841 (db.t4g.large). Set defaultPoolSize to at most 210, or take a larger class.`,
        },
    ],
    absent: [
        {
            when: "the database is not of this stack",
            change: (stack) => stack.removeAll(INSTANCE).remove("aws:rds/cluster:Cluster"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the values do not say how many connections a pod opens",
            change: (stack) => stack.unsetValue("postgres.external.poolSize"),
            unchecked:
                `${LABEL}: values.postgres.external.poolSize is not set, so how many connections a pod opens is not known. ` +
                "Set it, or this policy's connectionsPerPod",
        },
        {
            when: "the limit is a formula",
            change: (stack) =>
                stack
                    .set(PARAMETERS, "postgres-parameters", "parameters", [
                        { name: "max_connections", value: "LEAST({DBInstanceClassMemory/9531392},5000)" },
                    ])
                    .remove(INSTANCE, "postgres-1")
                    .remove(INSTANCE, "postgres-2"),
            unchecked: `postgres-parameters (${PARAMETERS}): parameters.0.value is "LEAST({DBInstanceClassMemory/9531392},5000)", which is not a number`,
        },
        {
            when: "the class is not of the pack's list",
            change: (stack) => stack.set(INSTANCE, "postgres-0", "instanceClass", "db.serverless"),
            unchecked: `postgres-0 (${INSTANCE}): how many connections "db.serverless" takes is not known`,
        },
    ],
    passes: [
        {
            when: "the pooler stands between",
            change: (stack) =>
                stack
                    .setValue("postgres.pooler", {
                        enabled: true,
                        replicas: 3,
                        defaultPoolSize: 50,
                        maxClientConnections: 5000,
                    })
                    .set(INSTANCE, "postgres-2", "instanceClass", "db.t4g.large"),
        },
        {
            when: "a proxy of RDS stands between",
            change: (stack) =>
                stack.setValue("postgres.external.poolSize", 100).add({
                    type: "aws:rds/proxyTarget:ProxyTarget",
                    name: "pooler",
                    props: { dbClusterIdentifier: "kaireon-large-postgres", targetGroupName: "default" },
                    from: { dbClusterIdentifier: ["postgres"] },
                }),
        },
    ],
};
