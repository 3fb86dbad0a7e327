import Ajv, { type DefinedError } from "ajv";
import type { ChartValues } from "../../infra/app/chart-values";
import { nearest } from "./nearest";
import { line, oneOf, problem } from "./problem";

/** What exactly a schema refuses of the values, one line each. Compiling it takes a quarter of a second: only for values that are refused. */
export function schemaErrors(values: ChartValues, schema: object): readonly string[] {
    const validate = new Ajv({ allErrors: true, verbose: true, strict: false }).compile(schema);
    if (validate(values)) return [];
    const errors = (validate.errors ?? []) as DefinedError[];
    return [...new Set(errors.flatMap((error) => phrase(error)))];
}

function phrase(error: DefinedError): readonly string[] {
    const path = error.instancePath.slice(1).replaceAll("/", ".").replaceAll("~1", "/").replaceAll("~0", "~");
    const fix = `Correct ${path} in kaireon:values`;
    switch (error.keyword) {
        case "additionalProperties":
            return [unknownValue(path, error.params.additionalProperty, error)];
        case "required":
            return [
                problem(join(path, error.params.missingProperty), undefined, "the chart needs it", "Do not remove it"),
            ];
        case "enum":
            return [problem(path, error.data, `it must be ${oneOf(error.params.allowedValues)}`, fix)];
        case "type":
            return [problem(path, error.data, `it must be of type ${[error.params.type].flat().join(" or ")}`, fix)];
        case "minimum":
            return [problem(path, error.data, `it must be ${error.params.limit} or more`, fix)];
        case "maximum":
            return [problem(path, error.data, `it must be ${error.params.limit} or less`, fix)];
        case "pattern":
            return [problem(path, error.data, `it must have the form ${error.params.pattern}`, fix)];
        // What wraps the errors above and says nothing itself.
        case "if":
        case "anyOf":
        case "oneOf":
            return [];
        default:
            return [problem(path, error.data, "the chart's values.schema.json refuses it", fix)];
    }
}

function unknownValue(parent: string, name: string, error: DefinedError): string {
    const known = Object.keys(propertiesOf(error.parentSchema));
    const likely = nearest(name, known);
    const fix = likely ? `Did you mean ${join(parent, likely)}?` : "Remove it from kaireon:values.";
    const value = typeof error.data === "object" && error.data !== null ? Reflect.get(error.data, name) : undefined;
    return line(join(parent, name), value, `the chart has no such value. ${fix}`);
}

function propertiesOf(schema: object | undefined): object {
    const properties: unknown = schema === undefined ? undefined : Reflect.get(schema, "properties");
    return typeof properties === "object" && properties !== null ? properties : {};
}

function join(parent: string, name: string): string {
    return parent === "" ? name : `${parent}.${name}`;
}
