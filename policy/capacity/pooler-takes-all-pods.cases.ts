import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const LABEL = `kaireon (${RELEASE})`;
const TIERS = "api 50 + 3, worker 30 + 1, mlWorker 10 + 1, outboxPublisher 3 + 1";
const POOLER = { enabled: true, replicas: 3, defaultPoolSize: 50, maxClientConnections: 5000 };

export const cases: PolicyCases = {
    violations: [
        {
            when: "it takes the writer's connections and not the readers'",
            change: (stack) => stack.setValue("postgres.pooler", { ...POOLER, maxClientConnections: 1000 }),
            at: `${RELEASE} kaireon`,
            message:
                `${LABEL}: 99 pods at the maximum (${TIERS}) with values.postgres.external.poolSize 10 ` +
                "open 1980 connections to the writer and to the readers, but values.postgres.pooler.maxClientConnections is 1000. Set it to at least 1980.",
        },
    ],
    absent: [
        {
            when: "there is no pooler",
            change: (stack) => stack.unsetValue("postgres.pooler"),
            passes: true,
        },
        {
            when: "the values leave the number to the chart",
            change: (stack) => stack.setValue("postgres.pooler", { ...POOLER, maxClientConnections: undefined }),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "how many it takes is not known",
            change: (stack) =>
                stack.setValue("postgres.pooler", POOLER).setValueUnknown("postgres.pooler.maxClientConnections"),
            unchecked: `${LABEL}: values.postgres.pooler.maxClientConnections is not known before the update`,
        },
    ],
    passes: [
        {
            when: "there is room for all",
            change: (stack) => stack.setValue("postgres.pooler", { ...POOLER, maxClientConnections: 1980 }),
        },
        {
            when: "the pooler is off",
            change: (stack) =>
                stack.setValue("postgres.pooler", { ...POOLER, enabled: false, maxClientConnections: 1 }),
        },
    ],
};
