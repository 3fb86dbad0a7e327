/** What a generated file begins with. */
export function heading(title: string): string {
    return `# ${title}\n\n<!-- Written by \`npm run docs\`. Edits are lost: change the code that this says, and run it again. -->`;
}

/** Text in the font of code; empty text stays empty. */
export function code(text: string): string {
    return text === "" ? "" : `\`${text}\``;
}

/** A table as the formatter leaves it: columns padded, numbers to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
    const columns = head.map((title, column) => {
        const cells = rows.map((row) => cell(row[column] ?? ""));
        const width = Math.max(3, title.length, ...cells.map(({ length }) => length));
        if (typeof rows[0]?.[column] !== "number") {
            return [title, "-".repeat(width), ...cells].map((text) => text.padEnd(width));
        }
        return [title, `${"-".repeat(width - 1)}:`, ...cells].map((text) => text.padStart(width));
    });
    return ["head", "rule", ...rows]
        .map((_, line) => `| ${columns.map((column) => column[line]).join(" | ")} |`)
        .join("\n");
}

function cell(value: string | number): string {
    if (typeof value === "number") return count(value);
    return value.replaceAll("|", "\\|").replaceAll("\n", " ");
}

/** `10,000`; fractions with one digit. */
export function count(value: number): string {
    return value.toLocaleString("en-US", { maximumFractionDigits: 1 });
}

/** Blocks of a document, a blank line between each two. */
export function document(...blocks: readonly string[]): string {
    return `${blocks.join("\n\n")}\n`;
}
