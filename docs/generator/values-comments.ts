import { isMap, isScalar, type Node, parseDocument, type YAMLMap } from "yaml";

/** What a file of values says of each value in the comment above it, by path; a value without one has its map's. */
export function commentsOf(text: string): ReadonlyMap<string, string> {
    const comments = new Map<string, string>();
    const { contents } = parseDocument(text);
    if (isMap(contents)) collect(contents, "", "", comments);
    return comments;
}

function collect(map: YAMLMap, path: string, inherited: string, comments: Map<string, string>): void {
    for (const [index, { key, value }] of map.items.entries()) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        const below = path === "" ? name : `${path}.${/^\w+$/.test(name) ? name : `"${name}"`}`;
        // The comment above a map's first key belongs to the map.
        const own = asLine(key.commentBefore ?? (index === 0 ? map.commentBefore : undefined));
        const comment = own || inherited;
        if (comment !== "") comments.set(below, comment);
        if (isMap(value)) collect(value, below, isInFlow(value) ? comment : "", comments);
    }
}

/** Nobody can comment on a key of a map that stands on one line. */
function isInFlow(node: Node): boolean {
    return isMap(node) && node.flow === true;
}

/** The last paragraph: above a file's first key stands what the file is. */
function asLine(comment: string | null | undefined): string {
    const paragraph = (comment ?? "").split(/\n\s*\n/).pop() ?? "";
    return paragraph
        .split("\n")
        .map((line) => line.trim())
        .join(" ")
        .trim();
}
