import { cpuMilli, memoryMib } from "../../infra/sizing/quantity";

/** From the smallest; what follows is `2xlarge`, `4xlarge` and so on. */
const SIZES = ["nano", "micro", "small", "medium", "large", "xlarge"];

/**
 * Every number of a tree by its path, whichever way it is written: `2`, `"500m"` cores, `4Gi`, and the size of an instance type such as
 * `cache.t4g.micro`. Entries of a list go by their name, zone or pool if they have one, otherwise by their place.
 */
export function numbersIn(tree: unknown, path = ""): ReadonlyMap<string, number> {
    const number = numberOf(tree, path);
    if (number !== undefined) return new Map([[path, number]]);
    if (typeof tree !== "object" || tree === null) return new Map();
    const entries = Object.entries(tree).map(([key, entry]) => [Array.isArray(tree) ? nameOf(entry, key) : key, entry]);
    return new Map(entries.flatMap(([key, entry]) => [...numbersIn(entry, path === "" ? key : `${path}.${key}`)]));
}

function nameOf(entry: unknown, place: string): string {
    if (typeof entry !== "object" || entry === null) return place;
    const names = ["name", "tier", "pool", "zone", "key", "id"].map((key) => Reflect.get(entry, key));
    return names.find((name) => typeof name === "string") ?? place;
}

function numberOf(value: unknown, path: string): number | undefined {
    if (typeof value === "number") return value;
    if (typeof value !== "string") return undefined;
    if (/\.cpu$/.test(path)) return cpuMilli(value);
    if (/\.memory$/.test(path)) return memoryMib(value);
    if (/(Type|Class)$/.test(path)) return sizeOf(value);
    return /^\d+(\.\d+)?$/.test(value) ? Number(value) : undefined;
}

/** The place of `2xlarge` of `m7i.2xlarge`, `db.r7g.2xlarge` or `r7g.2xlarge.search` among all sizes. */
function sizeOf(type: string): number | undefined {
    const size = type.split(".").find((part) => /^(nano|micro|small|medium|\d*x?large)$/.test(part));
    if (size === undefined) return undefined;
    const times = /^(\d+)xlarge$/.exec(size)?.[1];
    return times === undefined ? SIZES.indexOf(size) : SIZES.length + Number(times);
}
