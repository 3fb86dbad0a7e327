import type { ChartValues } from "../../infra/app/chart-values";
import { readWorkload } from "../../infra/sizing/workload";

/** Paths of the values that the workload, and so every size, is read from. */
export function valuesReadForSizes(values: ChartValues): readonly string[] {
    const read = new Set<string>();
    readWorkload(watched(values, "", read));
    const paths = [...read].sort();
    return paths.filter((path) => !paths.some((other) => other.startsWith(`${path}.`)));
}

/** The same values; what is asked of them is noted. */
function watched<T extends object>(values: T, path: string, read: Set<string>): T {
    return new Proxy(values, {
        get: (target, key) => {
            const value: unknown = Reflect.get(target, key);
            if (typeof key !== "string" || !Object.hasOwn(target, key)) return value;
            const below = path === "" ? key : `${path}.${key}`;
            read.add(below);
            return typeof value === "object" && value !== null && !Array.isArray(value)
                ? watched(value, below, read)
                : value;
        },
    });
}
