import { existsSync, readFileSync } from "node:fs";
import type { Properties, ResourceSchema, SchemaTable } from "./table";

/** Where an SDK declares a resource type: the class's file, without `.d.ts`, from the package's folder. */
export type ResourceFiles = Readonly<Record<string, string>>;

/**
 * Reads the declarations of an installed Pulumi SDK. They are generated and regular, so that reading lines is enough; the compiler
 * would take half a minute for the same.
 *
 * @param packageFolder such as `node_modules/@pulumi/aws`
 */
export function readSchema(packageFolder: string, resources: ResourceFiles): SchemaTable {
    const nested = `${packageFolder}/types/input`;
    // A package whose properties are all scalars has no such file.
    const declared = existsSync(`${nested}.d.ts`) ? declaredTypes(readDeclarations(nested)) : {};
    const types: Record<string, Properties> = {};
    const addTypes = (properties: Properties): void => {
        for (const name of Object.values(properties).flatMap(typeNames)) {
            if (types[name] !== undefined) continue;
            types[name] = declared[name] ?? missing(name);
            addTypes(types[name]);
        }
    };
    const schemas: Record<string, ResourceSchema> = {};
    for (const [type, file] of Object.entries(resources)) {
        const schema = readResource(readDeclarations(`${packageFolder}/${file}`), className(file));
        schemas[type] = schema;
        addTypes(schema.inputs);
    }
    return { resources: schemas, types: Object.fromEntries(Object.entries(types).sort()) };
}

function missing(name: string): never {
    throw new Error(`the SDK declares no input type ${name}`);
}

/** `rds/clusterInstance` declares `ClusterInstance`. */
function className(file: string): string {
    const base = file.slice(file.lastIndexOf("/") + 1);
    return base.charAt(0).toUpperCase() + base.slice(1);
}

/** The file's text without comments. */
function readDeclarations(file: string): string {
    return readFileSync(`${file}.d.ts`, "utf8").replace(/\/\*\*[\s\S]*?\*\//g, "");
}

function readResource(declarations: string, name: string): ResourceSchema {
    const inputs = block(declarations, `export interface ${name}Args {`, "\n}");
    const outputs = block(declarations, `export declare class ${name} extends pulumi.`, "\n    constructor(");
    const computed = [...outputs.matchAll(/\n {4}readonly (\w+): pulumi\.Output<([\s\S]*?)>;(?=\n)/g)]
        .map(([, property = "", type = ""]) => [property, type] as const)
        .filter(([, type]) => !/\| undefined$/.test(type));
    return {
        inputs: properties(inputs),
        outputs: Object.fromEntries(computed.map(([property, type]) => [property, outputType(type)])),
    };
}

function block(text: string, start: string, end: string): string {
    const from = text.indexOf(start);
    if (from < 0) throw new Error(`the SDK has no "${start}"`);
    return text.slice(from + start.length, text.indexOf(end, from));
}

/** Every interface of `types/input.d.ts` by its full name, such as `rds.ClusterScalingConfiguration`. */
function declaredTypes(text: string): Record<string, Properties> {
    const types: Record<string, Properties> = {};
    const path: string[] = [];
    for (const part of text.matchAll(
        /^( *)(?:export declare |export )?(?:namespace ([\w$]+) \{|interface (\w+)(?: extends [\w., ]+)? \{([\s\S]*?)\n\1\}|(\}))/gm,
    )) {
        const [, , namespace, name, body, closing] = part;
        if (namespace !== undefined) path.push(namespace);
        else if (name !== undefined) types[[...path, name].join(".")] = properties(body ?? "");
        else if (closing !== undefined) path.pop();
    }
    return types;
}

function properties(body: string): Properties {
    const flat = body.replace(/\s+/g, " ");
    return Object.fromEntries(
        [...splitTop(flat, ";")]
            .map((declaration) => /^\s*(?:readonly )?["']?([\w$-]+)["']?(\??): (.*)$/.exec(declaration))
            .filter((match) => match !== null)
            .map(([, name = "", optional = "", type = ""]) => [`${name}${optional}`, inputType(type)]),
    );
}

/** Splits at a separator that is outside of every bracket. */
function* splitTop(text: string, separator: string): Generator<string> {
    let depth = 0;
    let start = 0;
    for (let index = 0; index < text.length; index++) {
        const character = text[index] ?? "";
        if ("<{[(".includes(character)) depth++;
        else if (">}])".includes(character)) depth--;
        else if (depth === 0 && text.startsWith(separator, index)) {
            yield text.slice(start, index);
            start = index + separator.length;
        }
    }
    yield text.slice(start);
}

function inputType(declared: string): string {
    const alternatives = new Set([...splitTop(declared.trim(), " | ")].flatMap((one) => alternative(one.trim())));
    if (alternatives.has("any")) return "any";
    return [...alternatives].sort().join("|");
}

function alternative(type: string): string[] {
    if (type === "undefined") return [];
    const wrapped = /^pulumi\.Input<(.*)>$/.exec(type);
    if (wrapped !== null) return inputType(wrapped[1] ?? "").split("|");
    if (type.endsWith("[]")) return [`[${inputType(type.slice(0, -2))}]`];
    const map = /^\{ \[key: string\]: (.*?);? \}$/.exec(type);
    if (map !== null) return [`{${inputType((map[1] ?? "").replace(/;$/, ""))}}`];
    const input = /^inputs\.([\w.]+)$/.exec(type);
    if (input !== null) return [input[1] ?? ""];
    if (/^(string|number|boolean)$/.test(type)) return [type];
    if (/^["']/.test(type)) return ["string"];
    // An enum is a set of strings to the type checker, and the compiler has checked it; a resource in place of its id or ARN is sent as that.
    if (/^enums\.|^[A-Z]\w*$|^\w+\.[A-Z]\w*$/.test(type) && !type.startsWith("pulumi")) return ["string"];
    return ["any"];
}

/** Of an output only the kind matters: what it is when nothing is known of it. */
function outputType(declared: string): string {
    const type = declared.replace(/\s+/g, " ").trim();
    if (/^(string|number|boolean)$/.test(type)) return type;
    if (type.endsWith("[]")) return "[any]";
    if (/^["']|^enums\./.test(type)) return "string";
    return "{any}";
}

function typeNames(type: string): string[] {
    return (type.match(/[\w.$]+/g) ?? []).filter((name) => !/^(string|number|boolean|any)$/.test(name));
}
