import type { PolicyCases } from "../../../test/policy/cases";
import type { StackFixture } from "../../../test/policy/stack-fixture";

const TABLE = "aws:dynamodb/table:Table";
const TARGET = "aws:appautoscaling/target:Target";
const POLICY = "aws:appautoscaling/policy:Policy";
const READ = "dynamodb:table:ReadCapacityUnits";
const WRITE = "dynamodb:table:WriteCapacityUnits";

const refused = (unscaled: string) => ({
    at: `${TABLE} interactions`,
    message: `interactions (${TABLE}): billingMode is PROVISIONED and nothing scales ${unscaled}. Set it to PAY_PER_REQUEST, or make a target and a policy for each.`,
});

const provisioned = (stack: StackFixture) =>
    stack
        .set(TABLE, "interactions", "billingMode", "PROVISIONED")
        .setOptions(TABLE, "interactions", { ignoreChanges: ["readCapacity", "writeCapacity"] });

function scale(stack: StackFixture, scalableDimension: string): void {
    const of = scalableDimension.split(":").at(-1) ?? "";
    stack.add({
        type: TARGET,
        name: `${of}-target`,
        props: { scalableDimension, resourceId: "table/interactions", maxCapacity: 20_000 },
        from: { resourceId: ["interactions"] },
    });
    stack.add({
        type: POLICY,
        name: `${of}-policy`,
        props: { scalableDimension, resourceId: "table/interactions" },
        from: { resourceId: [`${of}-target`] },
    });
}

export const cases: PolicyCases = {
    violations: [
        { when: "capacity is fixed", change: provisioned, ...refused(`${READ} and ${WRITE}`) },
        {
            when: "only reads are scaled",
            change: (stack) => scale(provisioned(stack), READ),
            ...refused(WRITE),
        },
    ],
    absent: [
        {
            when: "nothing is said, which means fixed capacity",
            change: (stack) => stack.unset(TABLE, "interactions", "billingMode"),
            ...refused(`${READ} and ${WRITE}`),
        },
    ],
    unknown: [
        {
            when: "how it is billed is not known",
            change: (stack) => stack.setUnknown(TABLE, "interactions", "billingMode"),
            unchecked: `interactions (${TABLE}): billingMode is not known before the update`,
        },
    ],
    passes: [
        {
            when: "targets give the table's name instead of referring to it",
            change: (stack) => {
                provisioned(stack).set(TABLE, "interactions", "name", "history");
                for (const scalableDimension of [READ, WRITE])
                    for (const type of [TARGET, POLICY])
                        stack.add({ type, name: "by-name", props: { scalableDimension, resourceId: "table/history" } });
            },
        },
        {
            when: "reads and writes are scaled",
            change: (stack) => {
                provisioned(stack);
                scale(stack, READ);
                scale(stack, WRITE);
            },
        },
    ],
};
