import { Output } from "@pulumi/pulumi";
import { resolved } from "../../test/mocks";

/** One value of the chart. */
export interface ValueLeaf {
    /** `kafka.brokers`. */
    readonly path: string;
    readonly type: string;
    /** Absent when only AWS knows it: an endpoint, an ARN. */
    readonly value?: unknown;
}

/** The leaves of a tree of values, lists being leaves, in the order of their paths. */
export async function valueLeaves(values: unknown, path = ""): Promise<readonly ValueLeaf[]> {
    if (Output.isInstance(values)) return [{ path, type: typeOf(await resolved(values)) }];
    if (typeof values !== "object" || values === null || Array.isArray(values)) return [listOrPlain(values, path)];
    const entries = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
    const below = await Promise.all(entries.map(([key, value]) => valueLeaves(value, pathTo(path, key))));
    return below.flat();
}

/** A list with an Output in it is AWS's to know. */
function listOrPlain(value: unknown, path: string): ValueLeaf {
    const isKnown = !Array.isArray(value) || !value.some((item) => Output.isInstance(item));
    return { path, type: typeOf(value), ...(isKnown ? { value } : {}) };
}

function pathTo(path: string, key: string): string {
    const name = /^\w+$/.test(key) ? key : `"${key}"`;
    return path === "" ? name : `${path}.${name}`;
}

function typeOf(value: unknown): string {
    if (Array.isArray(value)) return "list";
    switch (typeof value) {
        case "string":
            return "text";
        case "boolean":
            return "true or false";
        case "number":
            return "number";
        default:
            throw new Error(`docs: a computed value of the chart is ${String(value)}`);
    }
}
