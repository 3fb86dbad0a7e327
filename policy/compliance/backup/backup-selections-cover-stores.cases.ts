import type { PolicyCases } from "../../../test/policy/cases";
import type { StackFixture } from "../../../test/policy/stack-fixture";
import { UNKNOWNS } from "../../graph/unknown";

const SELECTION = "aws:backup/selection:Selection";
const TABLE = "aws:dynamodb/table:Table";
const CLUSTER = "aws:rds/cluster:Cluster";

const select = (stack: StackFixture, props: Readonly<Record<string, unknown>>, ...names: readonly string[]) =>
    stack.add({ type: SELECTION, name: "daily", props, from: { resources: names } });
const refused = (label: string, name: string) => ({
    at: `${label} ${name}`,
    message: `${name} (${label}): none of the backup selections daily takes it. Add its ARN to resources of one, or a tag that it selects by.`,
});

export const cases: PolicyCases = {
    violations: [
        {
            when: "the plan has the database alone",
            change: (stack) => select(stack, { resources: [UNKNOWNS.string] }, "postgres"),
            ...refused(TABLE, "interactions"),
        },
        {
            when: "the database lacks the tag that is selected by",
            change: (stack) =>
                select(stack, { selectionTags: [{ type: "STRINGEQUALS", key: "backup", value: "daily" }] }).set(
                    TABLE,
                    "interactions",
                    "tagsAll",
                    { backup: "daily" },
                ),
            ...refused(CLUSTER, "postgres"),
        },
    ],
    absent: [{ when: "AWS Backup is not used", passes: true, change: () => undefined }],
    unknown: [
        {
            when: "the tags of a store are not known",
            change: (stack) =>
                select(stack, { selectionTags: [{ type: "STRINGEQUALS", key: "backup", value: "daily" }] })
                    .set(CLUSTER, "postgres", "tagsAll", { backup: "daily" })
                    .setUnknown(TABLE, "interactions", "tagsAll"),
            unchecked: `interactions (${TABLE}): tagsAll.backup is not known before the update`,
        },
    ],
    passes: [
        { when: "everything is selected", change: (stack) => select(stack, { resources: ["*"] }) },
        {
            when: "all of a kind are selected",
            change: (stack) =>
                select(stack, { resources: ["arn:aws:rds:*:*:cluster:*", "arn:aws:dynamodb:*:*:table/*"] }),
        },
    ],
};
