import { stackPolicy } from "../../policy";
import { unscaledDimensions } from "../scaling-targets";

const TABLE = "aws:keyspaces/table:Table";
const DIMENSIONS = ["cassandra:table:ReadCapacityUnits", "cassandra:table:WriteCapacityUnits"];

export const keyspacesTableRequireScaling = stackPolicy({
    id: "keyspaces-table-require-scaling",
    title: "Capacity of tables in Keyspaces follows demand",
    why: "Capacity that is fixed either throttles decisions at the peak or is paid for all night.",
    fix: "Leave capacitySpecification.throughputMode out, or scale reads and writes by targets and policies",
    severity: "medium",
    controls: ["X-KEYSPACES-CAPACITY"],
    links: ["https://docs.aws.amazon.com/keyspaces/latest/devguide/ReadWriteCapacityMode.html"],
    types: [TABLE],
    check: (stack, report) =>
        report.each(stack.ofType(TABLE), (table) => {
            const mode =
                (table.gives("capacitySpecification")
                    ? table.properties.text("capacitySpecification.throughputMode")
                    : undefined) ?? "PAY_PER_REQUEST";
            if (mode === "PAY_PER_REQUEST") return;
            const unscaled = unscaledDimensions(table, table.properties.text("tableName") ?? "", DIMENSIONS, stack);
            if (unscaled.length === 0) return;
            report.violation(
                `${table.label}: capacitySpecification.throughputMode is ${mode} and nothing scales ${unscaled.join(" and ")}. Set it to PAY_PER_REQUEST, or make a target and a policy for each.`,
                table,
            );
        }),
});
