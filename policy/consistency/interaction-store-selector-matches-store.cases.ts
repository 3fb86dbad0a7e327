import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const TABLE = "aws:dynamodb/table:Table";

export const cases: PolicyCases = {
    violations: [
        {
            when: "alias and setting differ",
            change: (stack) => stack.setValue("config.INTERACTION_STORE", "pg"),
            at: RELEASE,
            message: `${LABEL}: values.config.INTERACTION_STORE is pg, but values.interactionStore.backend is dynamodb. Set both to the store that is built.`,
        },
        {
            when: "the connector's block is off",
            change: (stack) => stack.setValue("dynamodb.enabled", false),
            at: RELEASE,
            message: `${LABEL}: the interaction store is dynamodb, but values.dynamodb.enabled is false. Set it to true.`,
        },
        {
            when: "the backend is none that the product has",
            change: (stack) =>
                stack.setValue("config.INTERACTION_STORE", "").setValue("interactionStore.backend", "mongodb"),
            at: RELEASE,
            message: `${LABEL}: the interaction store is mongodb; it must be one of pg, dynamodb, scylla, cassandra.`,
        },
    ],
    absent: [
        {
            when: "the values leave the store to the chart",
            change: (stack) => stack.unsetValue("interactionStore").unsetValue("config.INTERACTION_STORE"),
            passes: true,
        },
        {
            when: "no keyspace is named",
            change: (stack) =>
                stack
                    .setValue("interactionStore.backend", "cassandra")
                    .setValue("config.INTERACTION_STORE", "")
                    .setValue("keyspaces.enabled", true)
                    .unsetValue("keyspaces.keyspace"),
            at: RELEASE,
            message:
                `${LABEL}: the interaction store is cassandra, but values.keyspaces.keyspace is not set and no value is made of ` +
                "aws:keyspaces/keyspace:Keyspace or aws:keyspaces/table:Table. Give the store's name or address, or choose another backend.",
        },
    ],
    unknown: [
        {
            when: "the setting is not known",
            change: (stack) => stack.setValueUnknown("config.INTERACTION_STORE"),
            unchecked: `${LABEL}: values.config.INTERACTION_STORE is not known before the update`,
        },
        {
            when: "the table's name is not known and no table is of this stack",
            change: (stack) => stack.remove(TABLE, "interactions").setValueUnknown("dynamodb.tableName"),
            unchecked: `${LABEL}: values.dynamodb.tableName is not known before the update`,
        },
    ],
    passes: [
        {
            when: "a chart of other keys names a table that is elsewhere",
            change: (stack) =>
                stack.remove(TABLE, "interactions").setValue("dynamodb", { enabled: true, table: "interactions" }),
        },
        { when: "the table is elsewhere", change: (stack) => stack.remove(TABLE, "interactions") },
        {
            when: "a chart of other keys is given the table's output",
            change: (stack) => stack.setValue("dynamodb", { enabled: true, table: "interactions" }),
        },
    ],
};
