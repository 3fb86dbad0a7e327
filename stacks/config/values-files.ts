import { readFileSync } from "node:fs";
import { join } from "node:path";
// Pulumi's SDK has loaded it already.
import { load } from "js-yaml";
import type { ChartValues } from "../../infra/app/chart-values";
import { problem } from "./problem";

/** The values of a file, or the line that says why there are none. */
export type ValuesFile = { readonly values: ChartValues } | { readonly problem: string };

/** Reads `kaireon:valuesFiles` from the project's folder. */
export function valuesFileReader(root: string): (path: string, index: number) => ValuesFile {
    return (path, index) => {
        const refused = (rule: string, fix: string): ValuesFile => ({
            problem: problem(`kaireon:valuesFiles[${index}]`, path, rule, fix),
        });
        const read = readText(join(root, path));
        if (read === undefined) return refused("there is no such file", "Give a path relative to the project");
        try {
            const document = load(read);
            if (typeof document === "object" && document !== null && !Array.isArray(document)) {
                return { values: { ...document } };
            }
            return refused("it holds no map of values", "Write it as the chart's values.yaml is written");
        } catch (error) {
            const [first = "it cannot be read"] = String(error instanceof Error ? error.message : error).split("\n");
            return refused(`it is no YAML (${first})`, "Correct the file");
        }
    };
}

function readText(path: string): string | undefined {
    try {
        return readFileSync(path, "utf8");
    } catch {
        return undefined;
    }
}
