import { stackPolicy } from "../../policy";
import { unscaledDimensions } from "../scaling-targets";

const TABLE = "aws:dynamodb/table:Table";
const DIMENSIONS = ["dynamodb:table:ReadCapacityUnits", "dynamodb:table:WriteCapacityUnits"];

export const dynamodbTableRequireScaling = stackPolicy({
    id: "dynamodb-table-require-scaling",
    title: "Capacity of tables follows demand",
    why: "Capacity that is fixed either throttles decisions at the peak or is paid for all night.",
    fix: "Set billingMode to PAY_PER_REQUEST, or scale reads and writes by targets and policies",
    severity: "medium",
    controls: ["DynamoDB.1"],
    links: ["https://docs.aws.amazon.com/securityhub/latest/userguide/dynamodb-controls.html#dynamodb-1"],
    types: [TABLE],
    check: (stack, report) =>
        report.each(stack.ofType(TABLE), (table) => {
            const mode =
                (table.gives("billingMode") ? table.properties.text("billingMode") : undefined) ?? "PROVISIONED";
            if (mode === "PAY_PER_REQUEST") return;
            const unscaled = unscaledDimensions(table, table.properties.text("name") ?? "", DIMENSIONS, stack);
            if (unscaled.length === 0) return;
            report.violation(
                `${table.label}: billingMode is ${mode} and nothing scales ${unscaled.join(" and ")}. Set it to PAY_PER_REQUEST, or make a target and a policy for each.`,
                table,
            );
        }),
});
