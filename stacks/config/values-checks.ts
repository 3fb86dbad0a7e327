import { Validator } from "@cfworker/json-schema";
import type { ChartValues } from "../../infra/app/chart-values";
import type { ValueProblem } from "../../infra/sizing/workload";
import { problem } from "./problem";

/**
 * What the chart's own schema says against the merged values; the chart would say it at the release, after half an hour of `up`.
 * Values that pass, which is every run but a few, are judged by an interpreter in some milliseconds.
 *
 * @param schema the chart's `values.schema.json`, draft 7
 */
export function schemaProblems(values: ChartValues, schema: object): readonly string[] {
    if (new Validator(schema, "7").validate(values).valid) return [];
    const { schemaErrors } = require("./schema-errors") as typeof import("./schema-errors");
    return schemaErrors(values, schema);
}

/** Values that the sizes need and cannot read. */
export function unreadableProblems(found: readonly ValueProblem[]): readonly string[] {
    return found.map(({ path, value, rule }) =>
        problem(path, value, `it ${rule}`, `Correct ${path} in kaireon:values`),
    );
}
