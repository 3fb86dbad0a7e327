import type { PolicyCases } from "../../test/policy/cases";

const TABLE = "aws:dynamodb/table:Table";

export const cases: PolicyCases = {
    violations: [
        {
            when: "a store is named after the image tag",
            change: (stack) =>
                stack.setValue("image.tag", "2026.11.3").set(TABLE, "interactions", "name", "interactions-2026-11-3"),
            at: "aws:dynamodb/table:Table interactions",
            message:
                "interactions (aws:dynamodb/table:Table): name is interactions-2026-11-3, which holds values.image.tag of kaireon (kubernetes:helm.sh/v3:Release) (2026.11.3): the next version replaces the store. Name the store after the stack.",
        },
        {
            when: "a store's name is made of the release",
            change: (stack) => stack.setSources(TABLE, "interactions", "name", ["kaireon"]),
            at: "aws:dynamodb/table:Table interactions",
            message:
                "interactions (aws:dynamodb/table:Table): name is made of kaireon (kubernetes:helm.sh/v3:Release): its next change replaces the store. Name the store after the stack.",
        },
    ],
    absent: [
        {
            when: "the values name no tag",
            passes: true,
            change: (stack) => stack.unsetValue("image.tag").set(TABLE, "interactions", "name", "interactions-1.0.0"),
        },
    ],
    unknown: {
        never: "what a name is made of shows in every preview, and a tag that is not known is in no known name",
    },
};
