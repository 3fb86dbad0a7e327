import { z } from "zod";
import { stackSchema } from "../../stacks/config/schema";
import { code, document, heading, table } from "./markdown";

/** As much of a JSON schema as the table of settings shows. */
export interface JsonSchema {
    readonly type?: string;
    readonly description?: string;
    readonly default?: unknown;
    readonly enum?: readonly unknown[];
    readonly minimum?: number;
    readonly maximum?: number;
    readonly minItems?: number;
    readonly maxItems?: number;
    readonly items?: JsonSchema;
    readonly properties?: Readonly<Record<string, JsonSchema>>;
    readonly additionalProperties?: JsonSchema | boolean;
    readonly required?: readonly string[];
}

/** One setting, or a block of them that is given as a whole. */
export interface Setting {
    readonly key: string;
    readonly type: string;
    readonly bounds: string;
    /** What counts when the stack says nothing: a value in code, `required` or `none`. */
    readonly default: string;
    readonly meaning: string;
}

/** `docs/config.md`: every setting of a stack, from the schema that reads it. */
export function configDocument(): string {
    const blocks = Object.entries(reference().properties ?? {});
    const single = blocks.filter(([, block]) => block.properties === undefined);
    const required = reference().required ?? [];
    return document(
        heading("Settings of a stack"),
        "All of them stand under `kaireon:` in `Pulumi.<stack>.yaml`, beside `aws:region`, which has no default. They are read once, by the " +
            "schema in `stacks/config/`; whatever is wrong comes back in one message with key, value, rule and fix. Text is checked for its form too. " +
            "A dot is one level deeper: `redis.shards` is `kaireon:redis: { shards: 3 }`.",
        "What the _workload_ is, the chart's values say: `infra/helm/values.yaml`, then `infra/helm/values-large.yaml`, then `kaireon:values` below. " +
            "What follows for `large` is in [sizing.md](sizing.md).",
        settingsTable(single.flatMap(([name, block]) => settings(name, block, required.includes(name)))),
        ...blocks
            .filter(([, block]) => block.properties !== undefined)
            .map(([name, block]) =>
                [
                    `## kaireon:${name}`,
                    block.description ?? "",
                    settingsTable(members(name, block).filter(({ key }) => key !== name)),
                ].join("\n\n"),
            ),
    );
}

/** The settings as a user writes them: what has a default need not be there. */
function reference(): JsonSchema {
    return JSON.parse(JSON.stringify(z.toJSONSchema(stackSchema, { io: "input" })));
}

function settingsTable(rows: readonly Setting[]): string {
    return table(
        ["key", "type", "bounds", "default", "meaning"],
        rows.map(({ key, type, bounds, default: value, meaning }) => [code(key), type, bounds, value, meaning]),
    );
}

/** The rows of a setting: its own, and those below it when it is a block. */
export function settings(key: string, node: JsonSchema, required: boolean): readonly Setting[] {
    const below = members(key, node);
    // A block of settings that all have defaults needs no row of its own.
    if (below.length > 0 && node.default !== undefined) return below;
    const own = {
        key,
        type: typeOf(key, node),
        bounds: boundsOf(node),
        default: defaultOf(node, required),
        meaning: node.description ?? "",
    };
    return [own, ...below];
}

function members(key: string, node: JsonSchema): readonly Setting[] {
    const named = Object.entries(node.properties ?? {}).flatMap(([name, child]) =>
        settings(`${key}.${name}`, child, node.required?.includes(name) ?? false),
    );
    const of = node.additionalProperties;
    return typeof of === "object" && of.properties !== undefined ? [...named, ...members(`${key}.<zone>`, of)] : named;
}

/** Units stand in the names of settings. */
const UNITS = { Days: "days", Hours: "hours", Gb: "GiB", PerSecond: "per second" } as const;

function typeOf(key: string, node: JsonSchema): string {
    if (node.type === "integer") {
        const unit = Object.entries(UNITS).find(([suffix]) => key.endsWith(suffix))?.[1];
        return unit === undefined ? "whole number" : `whole number (${unit})`;
    }
    if (node.type === "array") return `list of ${node.items === undefined ? "values" : typeOf("", node.items)}`;
    return { string: "text", boolean: "true or false", object: "map" }[node.type ?? ""] ?? "any";
}

function boundsOf(node: JsonSchema): string {
    if (node.enum !== undefined) return node.enum.map((choice) => code(String(choice))).join(", ");
    if (node.type === "array") return range(node.minItems, node.maxItems, " of them");
    // The schema library bounds every whole number by what JavaScript can hold.
    const known = (bound: number | undefined) => (Number.isSafeInteger((bound ?? 0) * 2) ? bound : undefined);
    return range(known(node.minimum), known(node.maximum), "");
}

function range(min: number | undefined, max: number | undefined, of: string): string {
    if (min === undefined && max === undefined) return "";
    if (max === undefined) return `${min} or more${of}`;
    return min === undefined ? `at most ${max}${of}` : `${min} to ${max}${of}`;
}

function defaultOf(node: JsonSchema, required: boolean): string {
    if (required) return "**required**";
    if (node.default === undefined) return "none";
    return code(typeof node.default === "string" ? node.default : JSON.stringify(node.default));
}
