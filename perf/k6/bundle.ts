import { join } from "node:path";
import { build } from "esbuild";
import { projectRoot } from "../../offline/project";

const ENTRY = join(projectRoot, "perf", "k6", "script.ts");
/** What is not put in: k6 has it. */
const K6_MODULES = ["k6", "k6/*"];

export interface Script {
    readonly code: string;
    /** Modules that it still imports. */
    readonly imports: readonly string[];
}

/**
 * A scenario's script in one file, as k6 runs it.
 * @param format `esm` for k6; `cjs` where `require` gives k6's modules, as in the tests
 */
export async function bundleScript(scenario: string, format: "esm" | "cjs" = "esm"): Promise<Script> {
    const { outputFiles, metafile } = await build({
        entryPoints: [ENTRY],
        bundle: true,
        write: false,
        metafile: true,
        format,
        platform: "neutral",
        // The package's index brings all of its generators; each virtual user would hold them.
        alias: { "pure-rand": "pure-rand/generator/XoroShiro" },
        external: K6_MODULES,
        define: { SCENARIO_NAME: JSON.stringify(scenario) },
        // k6's JavaScript engine knows most of what came later, not all of it.
        target: "es2017",
        legalComments: "none",
    });
    const imports = Object.values(metafile.outputs).flatMap((output) => output.imports.map(({ path }) => path));
    return { code: outputFiles[0]?.text ?? "", imports: [...new Set(imports)].sort() };
}
