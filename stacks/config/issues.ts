import { z } from "zod";
import { nearest } from "./nearest";
import { line, oneOf, problem } from "./problem";
import { stackSchema } from "./schema";

type Path = readonly PropertyKey[];

/** Parses the settings; what is wrong with them comes back in this project's words, one line each. */
export function parseSettings(raw: Readonly<Record<string, unknown>>): {
    readonly settings?: z.output<typeof stackSchema>;
    readonly problems: readonly string[];
} {
    // An empty message tells the schema library's own wording from that of a field, which is kept.
    const parsed = stackSchema.safeParse(raw, { error: () => "" });
    if (parsed.success) return { settings: parsed.data, problems: [] };
    return { problems: parsed.error.issues.flatMap((issue) => phrase(issue, raw)) };
}

/** `kaireon:redis.shards`, `kaireon:cluster.publicAccessCidrs[0]`. */
function keyOf(path: Path): string {
    return path.reduce<string>((key, part, depth) => {
        if (typeof part === "number") return `${key}[${part}]`;
        return `${key}${depth === 0 ? "" : "."}${String(part)}`;
    }, "kaireon:");
}

function valueAt(raw: unknown, path: Path): unknown {
    return path.reduce<unknown>(
        (node, part) => (typeof node === "object" && node !== null ? Reflect.get(node, part) : undefined),
        raw,
    );
}

function phrase(issue: z.core.$ZodIssue, raw: unknown): readonly string[] {
    const key = keyOf(issue.path);
    const value = valueAt(raw, issue.path);
    if (issue.code === "unrecognized_keys") {
        return issue.keys.map((name) => unknownKey([...issue.path, name], issue.path, raw));
    }
    if (value === undefined && issue.code === "invalid_type") {
        return [line(key, value, `it has no default. Set it: ${descriptionAt(issue.path)}`)];
    }
    if (issue.message !== "") return [line(key, value, issue.message)];
    const [rule, fix] = ruleOf(issue, key);
    return [problem(key, value, rule, fix)];
}

/** Rule and fix of the checks that need no words of their own. */
function ruleOf(issue: z.core.$ZodIssue, key: string): readonly [string, string] {
    switch (issue.code) {
        case "invalid_type":
            return [`it must be ${TYPES[issue.expected] ?? issue.expected}`, `Correct ${key}`];
        case "too_small":
            return [`it must be ${issue.minimum} or more`, `Raise ${key}`];
        case "too_big":
            return [`it must be ${issue.maximum} or less`, `Lower ${key}`];
        case "invalid_value":
            return [`it must be ${oneOf(issue.values)}`, `Correct ${key}`];
        default:
            return ["it is not accepted here", `Correct ${key}`];
    }
}

const TYPES: Readonly<Record<string, string>> = {
    int: "a whole number",
    number: "a whole number",
    string: "text (in quotes where YAML would read a number)",
    boolean: "true or false",
    array: "a list",
    object: "a map of settings",
    record: "a map",
};

function unknownKey(path: Path, parent: Path, raw: unknown): string {
    const known = Object.keys(shapeOf(schemaAt(parent)));
    const likely = nearest(String(path.at(-1)), known);
    const fix = likely
        ? `Did you mean ${keyOf([...parent, likely])}?`
        : `Remove it; ${parent.length === 0 ? "kaireon:" : keyOf(parent)} has ${known.join(", ")}.`;
    return line(keyOf(path), valueAt(raw, path), `there is no such setting. ${fix}`);
}

function descriptionAt(path: Path): string {
    const schema = schemaAt(path);
    return z.globalRegistry.get(schema ?? stackSchema)?.description ?? "see docs/config.md";
}

/** The schema of a field, seen through defaults and optionals only where a path goes deeper. */
function schemaAt(path: Path): z.core.$ZodType | undefined {
    return path.reduce<z.core.$ZodType | undefined>((schema, part) => {
        const inner = unwrap(schema);
        if (inner instanceof z.ZodArray) return inner.element;
        if (inner instanceof z.ZodRecord) return inner.valueType;
        return shapeOf(inner)[String(part)];
    }, stackSchema);
}

function shapeOf(schema: z.core.$ZodType | undefined): Readonly<Record<string, z.core.$ZodType>> {
    const inner = unwrap(schema);
    return inner instanceof z.ZodObject ? inner.shape : {};
}

function unwrap(schema: z.core.$ZodType | undefined): z.core.$ZodType | undefined {
    const wrapped =
        schema instanceof z.ZodDefault ||
        schema instanceof z.ZodPrefault ||
        schema instanceof z.ZodOptional ||
        schema instanceof z.ZodExactOptional;
    return wrapped ? unwrap(schema.unwrap()) : schema;
}
