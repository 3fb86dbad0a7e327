/** What a generated file begins with. */
export function heading(title: string): string {
    return `# ${title}\n\n<!-- Written by \`npm run docs\`. Edits are lost: change the code that this says, and run it again. -->`;
}

/** Text in the font of code; empty text stays empty. */
export function code(text: string): string {
    return text === "" ? "" : `\`${text}\``;
}

/** A table; numbers are set to the right. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
    const [first] = rows;
    const rule = head.map((_, column) => (typeof first?.[column] === "number" ? "---:" : "---"));
    return [head, rule, ...rows.map((row) => row.map(cell))].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
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
