/** The known name that a misspelt one most likely means, or `undefined` when none is close. */
export function nearest(name: string, known: readonly string[]): string | undefined {
    const ranked = known
        .map((candidate) => ({ candidate, edits: editDistance(name.toLowerCase(), candidate.toLowerCase()) }))
        .sort((one, other) => one.edits - other.edits);
    const best = ranked[0];
    // A third of the letters may be wrong: "shard" means "shards", "zone" does not mean "kafka".
    return best && best.edits <= Math.max(1, Math.floor(name.length / 3)) ? best.candidate : undefined;
}

/** Levenshtein distance: insertions, deletions and replacements between two words. */
function editDistance(from: string, to: string): number {
    let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
    for (let row = 1; row <= from.length; row += 1) {
        const current = [row];
        for (let column = 1; column <= to.length; column += 1) {
            const replaced = (previous[column - 1] ?? 0) + (from[row - 1] === to[column - 1] ? 0 : 1);
            current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
        }
        previous = current;
    }
    return previous[to.length] ?? 0;
}
