import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { parseAllDocuments } from "yaml";
import { helmBinary } from "../helm-binary";
import { projectRoot } from "../project";
import { checkChart } from "./check-chart";
import type { Manifest } from "./rendered-stack";

const CHART = join("infra", "helm");
const VALUES = [join(CHART, "values-large.yaml"), join(CHART, "fixtures", "endpoints.yaml")];
const NAMESPACE = "kaireon";

/**
 * `policy:chart [<chart> [<values file> …]]`: renders a chart with real Helm, this project's with the large overlay by default, and
 * holds its objects to the pack's rules about Kubernetes. A Helm release hides them from a preview.
 */
async function main([chart = CHART, ...given]: readonly string[]): Promise<void> {
    const files = chart === CHART && given.length === 0 ? VALUES : given;
    const args = [
        "template",
        "kaireon",
        chart,
        "--namespace",
        NAMESPACE,
        ...files.flatMap((file) => ["--values", file]),
    ];
    const run = promisify(execFile);
    const { stdout } = await run(await helmBinary(), args, { cwd: projectRoot, maxBuffer: 64 * 1024 * 1024 });
    const objects = parseAllDocuments(stdout)
        .map((document) => document.toJS() as Manifest | null)
        .filter((object) => object !== null);
    const { lines, summary, isGood } = checkChart(objects, NAMESPACE);
    process.stdout.write(`${[...lines, `policy:chart: ${chart}: ${summary}`].join("\n")}\n`);
    if (!isGood) process.exitCode = 1;
}

main(process.argv.slice(2)).catch((problem: unknown) => {
    process.stderr.write(`policy:chart: ${problem instanceof Error ? problem.message : String(problem)}\n`);
    process.exitCode = 1;
});
