import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { projectRoot } from "../../offline/project";
import { loadConfig, type StackConfig } from "../../stacks/config";
import { valuesFileReader } from "../../stacks/config/values-files";

const CHART = join("infra", "helm");

/**
 * A stack's configuration as it is committed, with all that follows from it.
 *
 * @param settings `kaireon:` keys in place of the committed ones
 */
export function committedStack(stack: string, settings: Readonly<Record<string, unknown>> = {}): StackConfig {
    const committed = parse(text(`Pulumi.${stack}.yaml`)) as { config: Readonly<Record<string, unknown>> };
    const given = Object.entries(settings).map(([key, value]) => [`kaireon:${key}`, value]);
    const config = { ...committed.config, ...Object.fromEntries(given) };
    return loadConfig({
        config: Object.fromEntries(
            Object.entries(config).map(([key, value]) => [
                key,
                typeof value === "string" ? value : JSON.stringify(value),
            ]),
        ),
        baseValues: parse(text(join(CHART, "values.yaml"))),
        largeValues: parse(text(join(CHART, "values-large.yaml"))),
        readValuesFile: valuesFileReader(projectRoot),
        schema: JSON.parse(text(join(CHART, "values.schema.json"))),
    });
}

function text(path: string): string {
    return readFileSync(join(projectRoot, path), "utf8");
}
