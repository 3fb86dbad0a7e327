import { createHash } from "node:crypto";
import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { RunError } from "@pulumi/pulumi/errors";
import { load } from "js-yaml";

/** `kaireon:chart`: a folder (or package) on this machine, or a chart in an OCI registry. */
export type ChartChoice = { readonly path: string } | { readonly repository: string; readonly version: string };

/** The chart as the release takes it. */
export interface ChartSource {
    /** Path from the project's folder, or `oci://` address. */
    readonly chart: string;
    /** Absent for a packaged chart on this machine, which says it itself. */
    readonly version?: string;
    /** Changes with the chart's content; shown by `helm history`. */
    readonly description?: string;
}

/** This project's own chart. */
export const OWN_CHART: ChartChoice = { path: "./infra/helm" };

/**
 * Files that lie in a chart's folder and are not rendered: those of infra/helm/.helmignore, and overlays, whose values reach the release by
 * themselves. With them one stack's overlay would upgrade every other stack's release.
 */
const NOT_RENDERED = /(^|\/)\.|\.(ts|md)$|^fixtures\/|^values-[^/]+\.yaml$/;

/**
 * Resolves the choice of a chart. The path stays as given, relative to the project: an absolute one would change the release on
 * every other machine.
 *
 * The provider upgrades a release when an input differs, and of a local chart it compares only the version
 * (https://github.com/pulumi/pulumi-kubernetes/pull/2672): an edited template under the same version would be previewed as no change.
 * So the description carries a digest of the chart's files.
 *
 * @param root the project's folder, which the provider resolves the path from
 * @throws RunError when there is no chart at the path
 */
export function chartSource(choice: ChartChoice, root: string): ChartSource {
    if ("repository" in choice) return { chart: choice.repository, version: choice.version };

    const path = join(root, choice.path);
    const description = `chart files sha256:${digestOf(path, choice.path)}`;
    if (!statSync(path).isDirectory()) return { chart: choice.path, description };
    return { chart: choice.path, version: versionOf(path, choice.path), description };
}

function versionOf(path: string, given: string): string {
    const chart = load(readOrRefuse(join(path, "Chart.yaml"), given));
    if (typeof chart === "object" && chart !== null && "version" in chart && typeof chart.version === "string") {
        return chart.version;
    }
    throw new RunError(`kaireon:chart.path: ${given}; Chart.yaml has no version. Add one.`);
}

function digestOf(path: string, given: string): string {
    const hash = createHash("sha256");
    for (const file of filesOf(path, given)) {
        hash.update(`${file}\0`);
        hash.update(readFileSync(join(path, file)));
        hash.update("\0");
    }
    return hash.digest("hex").slice(0, 16);
}

/** Paths below a folder, sorted; the empty path for a file. */
function filesOf(path: string, given: string): string[] {
    if (!statSync(path, { throwIfNoEntry: false })) throw missing(given);
    if (!statSync(path).isDirectory()) return [""];
    return readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name).slice(path.length + 1))
        .filter((file) => !NOT_RENDERED.test(file))
        .sort();
}

function readOrRefuse(path: string, given: string): string {
    if (!statSync(path, { throwIfNoEntry: false })) throw missing(given);
    return readFileSync(path, "utf8");
}

function missing(given: string): RunError {
    return new RunError(
        `kaireon:chart.path: ${given}; no chart is there. Set it to a folder with a Chart.yaml, from the project's folder.`,
    );
}
