import Table from "cli-table3";
import type { Check } from "./check";

/** A row for each condition: what was found where it holds, and everything that is wrong where it does not. */
export function checkTable(checks: readonly Check[]): string {
    const table = new Table({
        head: ["", "check", "found"],
        colWidths: [3, 18, 100],
        wordWrap: true,
        style: { head: [], border: [] },
    });
    for (const { title, problems, found } of checks)
        table.push([problems.length === 0 ? "✔" : "✘", title, problems.length === 0 ? found : problems.join("\n")]);
    return table.toString();
}
