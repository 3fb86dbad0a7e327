import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as pulumi from "@pulumi/pulumi";
// Pulumi's SDK has loaded it already.
import { load } from "js-yaml";
import type { ChartValues } from "../infra/app/chart-values";
import { loadConfig, type StackConfig } from "./config";
import { valuesFileReader } from "./config/values-files";

/** The project's folder, seen from the compiled program. */
export const PROJECT_ROOT = join(__dirname, "..", "..");

const CHART = join(PROJECT_ROOT, "infra", "helm");

/**
 * Reads the stack's configuration and the chart's files, and says what is right only perhaps.
 *
 * @throws RunError with every problem of the configuration
 */
export function readStack(): StackConfig {
    const config = loadConfig({
        config: pulumi.runtime.allConfig(),
        baseValues: readValues("values.yaml"),
        largeValues: readValues("values-large.yaml"),
        readValuesFile: valuesFileReader(PROJECT_ROOT),
        schema: JSON.parse(readFileSync(join(CHART, "values.schema.json"), "utf8")),
    });
    for (const warning of config.warnings) void pulumi.log.warn(warning);
    return config;
}

function readValues(file: string): ChartValues {
    return valuesIn(load(readFileSync(join(CHART, file), "utf8")));
}

function valuesIn(document: unknown): ChartValues {
    return typeof document === "object" && document !== null ? { ...document } : {};
}
