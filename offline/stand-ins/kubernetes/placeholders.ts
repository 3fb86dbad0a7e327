import { isPlainMap, isUnknown, type PropertyMap, type PropertyValue } from "../protocol/values";

/** The parts of a JSON schema that say what a value may be. */
interface JsonSchema {
    readonly $ref?: string;
    readonly $defs?: Readonly<Record<string, JsonSchema>>;
    readonly definitions?: Readonly<Record<string, JsonSchema>>;
    readonly type?: string | readonly string[];
    readonly const?: PropertyValue;
    readonly enum?: readonly PropertyValue[];
    readonly examples?: readonly PropertyValue[];
    readonly pattern?: string;
    readonly minimum?: number;
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly additionalProperties?: JsonSchema | boolean;
    readonly items?: JsonSchema;
    readonly anyOf?: readonly JsonSchema[];
    readonly oneOf?: readonly JsonSchema[];
    readonly allOf?: readonly JsonSchema[];
}

/** Texts of the shapes that AWS gives: the first that a schema's pattern accepts stands in. */
const TEXTS: readonly string[] = [
    "known-after-apply",
    "known-after-apply.internal",
    "https://known-after-apply.internal",
    "known-after-apply.internal:9098",
    "b-1.known-after-apply.internal:9098,b-2.known-after-apply.internal:9098",
    "arn:aws:iam::123456789012:role/known-after-apply",
    "arn:aws:secretsmanager:eu-west-1:123456789012:secret:known-after-apply-000000",
    "arn:aws:acm:eu-west-1:123456789012:certificate/00000000-0000-4000-8000-000000000000",
    "10.0.0.0/16",
    "10.0.0.1",
    "sg-00000000000000000",
    "vpc-00000000000000000",
    "subnet-00000000000000000",
    "eu-west-1",
    "123456789012",
    "1",
];

/**
 * The values of a release with something in the place of what a preview does not know yet, so that the chart can be rendered: of the
 * type, and of the pattern, that the chart's own schema asks for at that place. A schema that asks for something unusual helps with
 * `examples`.
 *
 * @throws naming the value whose pattern nothing here fits
 */
export function withPlaceholders(values: PropertyMap, schema: JsonSchema): PropertyMap {
    return Object.fromEntries(
        Object.entries(values).map(([name, value]) => [name, fill(value, below(schema, name, schema), schema, name)]),
    );
}

function fill(value: PropertyValue, schema: JsonSchema, root: JsonSchema, path: string): PropertyValue {
    if (Array.isArray(value)) {
        return value.map((item, index) => fill(item, resolveRef(schema.items ?? {}, root), root, `${path}[${index}]`));
    }
    if (isPlainMap(value)) {
        return Object.fromEntries(
            Object.entries(value).map(([name, item]) => [
                name,
                fill(item, below(schema, name, root), root, `${path}.${name}`),
            ]),
        );
    }
    return isUnknown(value) ? placeholder(schema, root, path) : value;
}

function placeholder(schema: JsonSchema, root: JsonSchema, path: string): PropertyValue {
    const known = schema.const ?? schema.enum?.[0] ?? schema.examples?.[0];
    if (known !== undefined) return known;
    const alternative = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])][0];
    if (schema.type === undefined && alternative !== undefined)
        return placeholder(resolveRef(alternative, root), root, path);
    switch (Array.isArray(schema.type) ? schema.type[0] : schema.type) {
        case "integer":
        case "number":
            return schema.minimum ?? 1;
        case "boolean":
            return true;
        case "array":
            return [];
        case "object":
            return {};
        default:
            return textOf(schema.pattern, path);
    }
}

function textOf(pattern: string | undefined, path: string): string {
    const fitting = TEXTS.find((candidate) => pattern === undefined || new RegExp(pattern, "u").test(candidate));
    if (fitting !== undefined) return fitting;
    throw new Error(
        `values.${path} is not known yet, and no placeholder fits its pattern ${pattern}. Give the chart's schema "examples" there.`,
    );
}

function below(schema: JsonSchema, name: string, root: JsonSchema): JsonSchema {
    const parent = resolveRef(schema, root);
    const own = parent.properties?.[name];
    if (own !== undefined) return resolveRef(own, root);
    for (const part of [...(parent.allOf ?? []), ...(parent.anyOf ?? []), ...(parent.oneOf ?? [])]) {
        const found = resolveRef(part, root).properties?.[name];
        if (found !== undefined) return resolveRef(found, root);
    }
    return typeof parent.additionalProperties === "object" ? resolveRef(parent.additionalProperties, root) : {};
}

/** Follows `#/$defs/name` and `#/definitions/name`. */
function resolveRef(schema: JsonSchema, root: JsonSchema): JsonSchema {
    const name = schema.$ref?.split("/").pop();
    if (name === undefined) return schema;
    const target = root.$defs?.[name] ?? root.definitions?.[name];
    return target === undefined ? {} : { ...resolveRef(target, root), ...withoutRef(schema) };
}

function withoutRef({ $ref: _, ...rest }: JsonSchema): JsonSchema {
    return rest;
}
