import assert from "node:assert/strict";
import schemaJson from "../facts/aws-schema.json";
import type { PropertyMap } from "../protocol/values";
import { hexOf } from "../resources/names";
import type { Instance } from "../resources/row";
import type { SchemaTable } from "../schema/table";
import { awsRows } from "./rows";

const schema: SchemaTable = schemaJson;

function instance(type: string, inputs: PropertyMap): Instance {
    const place = { region: "eu-west-1", accountId: "123456789012", partition: "aws" };
    return {
        urn: `urn:${type}`,
        type,
        name: "x",
        inputs,
        id: "",
        ...place,
        hex: (length, use = "") => hexOf(`${use}${type}`, length),
    };
}

/** Every input that is a string, given. */
function sampleInputs(type: string): PropertyMap {
    const inputs = Object.entries(schema.resources[type]?.inputs ?? {}).filter(([, kind]) => kind === "string");
    return Object.fromEntries(
        inputs.map(([name]) => [name.replace("?", ""), `sample-${name.replace("?", "").toLowerCase()}`]),
    );
}

/** The declared properties at a path, or undefined when there is none. */
function declares(type: string, path: string): boolean {
    let properties = schema.resources[type]?.inputs;
    let found: string | undefined;
    for (const name of path.split(".")) {
        found = properties?.[name] ?? properties?.[`${name}?`];
        properties = schema.types[found ?? ""];
    }
    return found !== undefined;
}

describe("the rows of AWS resource types", () => {
    for (const [type, row] of Object.entries(awsRows)) {
        describe(type, () => {
            it("is a type of the installed SDK", () => {
                assert.ok(schema.resources[type], "run npm run stand-ins");
            });

            it("names inputs of the type wherever it names inputs", () => {
                const { replaceOn, replaceWhen = {}, defaults = {}, autoName } = row;
                const named = typeof autoName === "object" ? [autoName.property ?? "name"] : [];
                const paths = [...replaceOn, ...Object.keys(replaceWhen), ...Object.keys(defaults), ...named];
                assert.deepEqual(
                    paths.filter((path) => !declares(type, path)),
                    [],
                );
            });

            it("computes outputs of the type, and has an id and an ARN that are well-formed", () => {
                const nascent = instance(type, sampleInputs(type));
                const made = { ...nascent, id: row.id(nascent) };
                const outputs = row.outputs?.(made) ?? {};
                assert.match(made.id, /^\S+$/);
                const declared = schema.resources[type];
                const known = (name: string) => declared?.outputs[name] !== undefined || declares(type, name);
                const unknown = Object.keys(outputs).filter((name) => !known(name) && !OPTIONAL_OUTPUTS.has(name));
                assert.deepEqual(unknown, []);
                assert.deepEqual(
                    (row.recompute ?? []).filter((name) => !(name in outputs)),
                    [],
                );
                if (typeof outputs["arn"] === "string") assert.match(outputs["arn"], /^(arn:aws:[a-z0-9-]+:|sample-)/);
            });
        });
    }
});

/** Outputs that the SDK types as optional. */
const OPTIONAL_OUTPUTS: ReadonlySet<string> = new Set(["origin", "state", "dashboardEndpoint"]);
