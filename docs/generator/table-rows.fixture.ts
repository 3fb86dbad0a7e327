/** The rows of a document's tables whose first cell is given, as cells without their padding. */
export function rowsOf(text: string, first: string): readonly (readonly string[])[] {
    return text
        .split("\n")
        .filter((line) => line.startsWith("| "))
        .map((line) => line.slice(2, -2).split(" | "))
        .map((cells) => cells.map((cell) => cell.trim()))
        .filter(([cell]) => cell === first);
}
