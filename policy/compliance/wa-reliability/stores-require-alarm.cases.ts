import type { PolicyCases } from "../../../test/policy/cases";

const ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";
const TABLE = "aws:dynamodb/table:Table";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the table's alarms look at another one",
            change: (stack) => {
                for (const { name, type } of stack.resources)
                    if (type === ALARM && name.startsWith("interactions-"))
                        stack
                            .set(ALARM, name, "dimensions", { TableName: "other" })
                            .setSources(ALARM, name, "dimensions", [])
                            .unset(ALARM, name, "metricQueries")
                            .setSources(ALARM, name, "metricQueries", []);
            },
            at: `${TABLE} interactions`,
            message: `interactions (${TABLE}): no MetricAlarm has it in its dimensions. Make one.`,
        },
    ],
    absent: [
        {
            when: "there are none",
            change: (stack) => {
                for (const { name, type } of stack.resources)
                    if (type === ALARM && name.startsWith("interactions-")) stack.remove(ALARM, name);
            },
            at: `${TABLE} interactions`,
            message: `interactions (${TABLE}): no MetricAlarm has it in its dimensions. Make one.`,
        },
    ],
    unknown: [
        {
            when: "the store's name is not known and no alarm refers to it",
            change: (stack) => {
                stack.setUnknown(TABLE, "interactions", "name");
                for (const { name, type } of stack.resources)
                    if (type === ALARM && name.startsWith("interactions-")) stack.remove(ALARM, name);
            },
            unchecked: `interactions (${TABLE}): name is not known before the update`,
        },
    ],
};
