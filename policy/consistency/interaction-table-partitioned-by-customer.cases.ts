import type { PolicyCases } from "../../test/policy/cases";

const TABLE = "aws:dynamodb/table:Table";
const LABEL = "interactions (aws:dynamodb/table:Table)";
const KEPT = "but kaireon (kubernetes:helm.sh/v3:Release) keeps interactions in it";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the key is the interaction's",
            change: (stack) => stack.set(TABLE, "interactions", "hashKey", "interactionKey"),
            at: `${TABLE} interactions`,
            message: `${LABEL}: hashKey is "interactionKey", ${KEPT} (the interaction store is dynamodb), by customer. Make customerId the hash key.`,
        },
    ],
    absent: [
        {
            when: "the table has no key",
            change: (stack) => stack.unset(TABLE, "interactions", "hashKey"),
            at: `${TABLE} interactions`,
            message: `${LABEL}: hashKey is not set, ${KEPT} (the interaction store is dynamodb), by customer. Make customerId the hash key.`,
        },
        {
            when: "the table is not of this stack",
            change: (stack) => stack.remove(TABLE, "interactions"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the key is not known",
            change: (stack) => stack.setUnknown(TABLE, "interactions", "hashKey"),
            unchecked: `${LABEL}: hashKey is not known before the update`,
        },
    ],
    passes: [
        {
            when: "another table, of locks, is keyed otherwise",
            change: (stack) => stack.add({ type: TABLE, name: "locks", props: { name: "locks", hashKey: "LockID" } }),
        },
        {
            when: "a hand-written program spells the key its own way",
            change: (stack) => stack.set(TABLE, "interactions", "hashKey", "customer_id"),
        },
    ],
};
