import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { RunError } from "@pulumi/pulumi/errors";
import { parse } from "yaml";
import { baseValues, largeValues } from "../../infra/sizing/seed-values";
import { loadConfig, type StackConfig } from "../config";
import { valuesFileReader } from "./values-files";

const schema: object = JSON.parse(readFileSync("infra/helm/values.schema.json", "utf8"));

/** The committed stack's config as its file has it. */
export const committed: Readonly<Record<string, unknown>> = parse(readFileSync("Pulumi.large.yaml", "utf8")).config;

/** A change to the committed stack `large`: dotted paths below `kaireon:`, or full keys with a colon; `undefined` removes. */
export type Change = Readonly<Record<string, unknown>>;

/** The committed stack's config with a change, loaded. */
export function loadChanged(change: Change): StackConfig {
    const config = structuredClone(committed);
    for (const [path, value] of Object.entries(change)) {
        const [key = "", ...rest] = path.includes(":") ? [path] : `kaireon:${path}`.split(".");
        set(config, [key, ...rest], value);
    }
    return loadConfig({
        config: Object.fromEntries(
            Object.entries(config).map(([key, value]) => [
                key,
                typeof value === "string" ? value : JSON.stringify(value),
            ]),
        ),
        baseValues: baseValues(),
        largeValues: largeValues(),
        readValuesFile: valuesFileReader("."),
        schema,
    });
}

/** The lines of the one error that a change is refused with. */
export function refusalOf(change: Change): readonly string[] {
    try {
        loadChanged(change);
    } catch (error) {
        assert.ok(error instanceof RunError, String(error));
        const [, ...problems] = error.message.split("\n");
        return problems.map((text) => text.trim());
    }
    throw new assert.AssertionError({ message: "it was accepted" });
}

function set(node: object, path: readonly string[], value: unknown): void {
    const [key = "", ...rest] = path;
    if (rest.length === 0) {
        if (value === undefined) Reflect.deleteProperty(node, key);
        else Reflect.set(node, key, structuredClone(value));
        return;
    }
    if (!Object.hasOwn(node, key)) Reflect.set(node, key, {});
    set(Reflect.get(node, key), rest, value);
}
