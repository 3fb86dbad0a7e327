import type { PolicyCases } from "../../test/policy/cases";

const TABLE = "aws:dynamodb/table:Table";
const KEY = "aws:kms/key:Key";

export const cases: PolicyCases = {
    violations: [
        {
            when: "one store is not protected",
            change: (stack) => stack.setOptions(TABLE, "interactions", { protect: false }),
            at: "aws:dynamodb/table:Table interactions",
            message:
                "interactions (aws:dynamodb/table:Table): protect is off, but the stack's data is to be kept (others of its stores are protected). Set protect.",
        },
        {
            when: "a store's key is not protected",
            change: (stack) => stack.setOptions(KEY, "interactions-key", { protect: false }),
            also: { "kms-key-require-protection": "it asks every key of a protected store for the same by itself" },
            at: "aws:kms/key:Key interactions-key",
            message:
                "interactions-key (aws:kms/key:Key): protect is off, but it encrypts interactions (aws:dynamodb/table:Table), which cannot be read without it. Set protect.",
        },
    ],
    absent: [
        {
            when: "AWS is not told to refuse the deletion of one store",
            change: (stack) => stack.unset(TABLE, "interactions", "deletionProtectionEnabled"),
            at: "aws:dynamodb/table:Table interactions",
            message:
                "interactions (aws:dynamodb/table:Table): deletionProtectionEnabled is not true, but the stack's data is to be kept (others of its stores are protected). Set it.",
            also: { "dynamodb-table-require-deletion-protection": "it asks every table for the same by itself" },
        },
    ],
    unknown: [
        {
            when: "whether AWS refuses a deletion is not known",
            change: (stack) => stack.setUnknown(TABLE, "interactions", "deletionProtectionEnabled"),
            unchecked:
                "interactions (aws:dynamodb/table:Table): deletionProtectionEnabled is not known before the update",
        },
    ],
    passes: [
        {
            when: "a key that no store needs is not protected",
            change: (stack) => stack.setOptions(KEY, "cluster-key", { protect: false }),
        },
    ],
};
