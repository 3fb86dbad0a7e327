import type { PolicyCases } from "../../test/policy/cases";

const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const DOMAIN = "aws:opensearch/domain:Domain";
const TABLE = "aws:dynamodb/table:Table";

const ROLES = { "roles-match-selected-backends": "the roles of large are for the stores of large" };

export const cases: PolicyCases = {
    violations: [
        {
            when: "search stays in PostgreSQL beside a domain",
            change: (stack) => stack.setValue("opensearch.enabled", false).setValue("config.SEARCH_INDEX", "pg"),
            at: `${DOMAIN} search`,
            message:
                `search (${DOMAIN}): it is built, but in ${LABEL} values.opensearch.enabled is not true and ` +
                "config.SEARCH_INDEX is not opensearch. Select it there, or take it out.",
            also: ROLES,
        },
        {
            when: "events go through Redis beside brokers",
            change: (stack) => stack.setValue("eventbus.enabled", false).setValue("config.EVENT_PUBLISHER", "redis"),
            at: "aws:msk/cluster:Cluster kafka",
            message: `kafka (aws:msk/cluster:Cluster): it is built, but in ${LABEL} the event bus is redis. Select it there, or take it out.`,
            also: ROLES,
        },
        {
            when: "interactions stay in PostgreSQL beside a table",
            change: (stack) =>
                stack
                    .setValue("interactionStore.backend", "pg")
                    .setValue("config.INTERACTION_STORE", "pg")
                    .setValue("dynamodb.enabled", false),
            at: `${TABLE} interactions`,
            message: `interactions (${TABLE}): it is built, but in ${LABEL} the interaction store is pg. Select it there, or take it out.`,
            also: ROLES,
        },
    ],
    absent: [
        {
            when: "the values say nothing of search and interactions",
            change: (stack) =>
                stack
                    .unsetValue("opensearch")
                    .unsetValue("config.SEARCH_INDEX")
                    .unsetValue("interactionStore")
                    .unsetValue("config.INTERACTION_STORE"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the publisher is not known",
            change: (stack) => stack.setValueUnknown("config.EVENT_PUBLISHER"),
            unchecked: `${LABEL}: values.config.EVENT_PUBLISHER is not known before the update`,
        },
    ],
    passes: [
        {
            when: "interactions move away from the table, which the pods still reach",
            change: (stack) =>
                stack.setValue("interactionStore.backend", "pg").setValue("config.INTERACTION_STORE", "pg"),
        },
        {
            when: "a table of locks has nothing to do with the release",
            change: (stack) =>
                stack
                    .remove(TABLE, "interactions")
                    .setValue("interactionStore.backend", "pg")
                    .setValue("config.INTERACTION_STORE", "pg")
                    .add({ type: TABLE, name: "locks", props: { name: "locks", hashKey: "LockID" } }),
        },
    ],
};
