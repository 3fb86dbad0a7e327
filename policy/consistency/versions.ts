/** Compares versions part by part, as far as the shorter one goes: `1.9` is below `1.24`, and `8` is the same as `8.2`. */
export function compareVersions(one: string, other: string): number {
    const [left, right] = [partsOf(one), partsOf(other)];
    for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
        const difference = (left[index] ?? 0) - (right[index] ?? 0);
        if (difference !== 0) return Math.sign(difference);
    }
    return 0;
}

export function majorOf(version: string): number {
    return partsOf(version)[0] ?? 0;
}

export function minorOf(version: string): number {
    return partsOf(version)[1] ?? 0;
}

/** The leading numbers; `3.9.x.kraft` has two. */
function partsOf(version: string): readonly number[] {
    return (/^v?(\d+(?:\.\d+)*)/.exec(version)?.[1] ?? "")
        .split(".")
        .filter((part) => part !== "")
        .map(Number);
}
