import type { PolicyCases } from "../../test/policy/cases";

const TABLE = "aws:dynamodb/table:Table";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the table is not protected",
            change: (stack) => stack.setOptions(TABLE, "interactions", { protect: false }),
            at: `${TABLE} interactions`,
            message: `interactions (${TABLE}): the resource option protect is not set. Set it to true.`,
        },
    ],
    absent: [{ when: "there is no table", passes: true, change: (stack) => stack.removeAll(TABLE) }],
    unknown: { never: "an option is always known" },
};
