import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const STACK = "pulumi:pulumi:Stack";
const TABLE = "aws:dynamodb/table:Table";
const FIX = "Keep dynamodb beside it (kaireon:migration.from), and drop it in a later update.";
const WENT = `${LABEL}: interactions went to dynamodb before this update and go to pg after it, but`;

/** Interactions go to PostgreSQL from this update on; the table of large is still there. */
const switched = (stack: StackFixture) =>
    stack
        .set(STACK, undefined, "interactionStore", "pg")
        .setValue("interactionStore.backend", "pg")
        .setValue("config.INTERACTION_STORE", "pg");

export const cases: PolicyCases = {
    violations: [
        {
            when: "the pods lose the way to the old table",
            change: (stack) => switched(stack).setValue("dynamodb.enabled", false),
            at: RELEASE,
            message: `${WENT} values.dynamodb.enabled is false. ${FIX}`,
            also: {
                "no-store-without-selector": "nothing selects the table any more, nor keeps it",
                "roles-match-selected-backends": "the roles of large may still use it",
            },
        },
    ],
    absent: [
        {
            when: "the program does not say where interactions went",
            change: (stack) =>
                switched(stack).setValue("dynamodb.enabled", false).unset(STACK, undefined, "interactionStoreBefore"),
            passes: true,
        },
        {
            when: "the old table is gone",
            change: (stack) => switched(stack).remove(TABLE, "interactions").unsetValue("dynamodb.tableName"),
            at: RELEASE,
            message: `${WENT} no value is made of ${TABLE} any more. ${FIX}`,
        },
    ],
    unknown: [
        {
            when: "whether the old store's block is on is not known",
            change: (stack) => switched(stack).setValueUnknown("dynamodb.enabled"),
            unchecked: `${LABEL}: values.dynamodb.enabled is not known before the update`,
        },
    ],
    passes: [
        { when: "the old table is kept beside the new store", change: switched },
        {
            when: "interactions came from PostgreSQL, which stays",
            change: (stack) => stack.set(STACK, undefined, "interactionStoreBefore", "pg"),
        },
        {
            when: "the old store is elsewhere, and still named",
            change: (stack) =>
                stack
                    .set(STACK, undefined, "interactionStoreBefore", "scylla")
                    .setValue("scylla", { enabled: true, contactPoints: "s-1.example.com", datacenter: "eu-west" }),
        },
    ],
};
