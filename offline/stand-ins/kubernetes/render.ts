import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { containsUnknown, fields, type PropertyMap, revealMap, text } from "../protocol/values";
import { withPlaceholders } from "./placeholders";

/** The Kubernetes version that the chart is rendered for. */
const KUBERNETES = "1.35.0";

export interface Rendered {
    /** Objects by kind, as the provider lists them: `Deployment.apps/apps/v1` → `kaireon/kaireon-api`. */
    readonly resourceNames: PropertyMap;
    /** Of everything rendered: a change of a template alone is a change of the release. */
    readonly checksum: string;
}

/**
 * Renders a release's chart by Helm itself.
 *
 * @throws with Helm's own message when the chart, or its schema, refuses the values
 */
export async function renderChart(path: string, release: PropertyMap): Promise<Rendered> {
    const { helmBinary } = await import("../../helm-binary");
    const values = revealMap(fields(release["values"]));
    const complete = containsUnknown(values) ? withPlaceholders(values, schemaOf(path)) : values;
    const manifest = await run(
        await helmBinary(),
        [
            "template",
            text(release["name"]),
            path,
            ...["--namespace", text(release["namespace"]) || "default"],
            ...["--kube-version", KUBERNETES],
            ...["--values", "-"],
            ...(release["skipCrds"] === true ? [] : ["--include-crds"]),
        ],
        JSON.stringify(complete),
    );
    return {
        resourceNames: resourceNames(manifest, text(release["namespace"])),
        checksum: createHash("sha256").update(manifest).digest("hex"),
    };
}

function schemaOf(chart: string): Parameters<typeof withPlaceholders>[1] {
    const file = join(chart, "values.schema.json");
    return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Parameters<typeof withPlaceholders>[1]) : {};
}

function run(command: string, args: readonly string[], input: string): Promise<string> {
    return new Promise((resolve, reject) => {
        const child = execFile(command, args, { maxBuffer: 64 * 1024 * 1024 }, (problem, stdout, stderr) => {
            if (problem === null) resolve(stdout);
            else reject(new Error(stderr.trim() || problem.message));
        });
        child.stdin?.end(input);
    });
}

/** Reads the objects' names off the manifest's lines: parsing all of its YAML would cost more than rendering it. */
export function resourceNames(manifest: string, namespace: string): PropertyMap {
    const names: Record<string, string[]> = {};
    for (const document of manifest.split(/^---\s*$/m)) {
        const apiVersion = /^apiVersion:\s*"?([^\s"]+)/m.exec(document)?.[1];
        const kind = /^kind:\s*"?(\w+)/m.exec(document)?.[1];
        const metadata = /^metadata:\n((?:[ \t]+.*\n?|\s*\n)*)/m.exec(document)?.[1] ?? "";
        const name = /^ {2}name:\s*["']?([^\s"']+)/m.exec(metadata)?.[1];
        if (apiVersion === undefined || kind === undefined || name === undefined) continue;
        const group = apiVersion.includes("/") ? `.${apiVersion.split("/", 1)[0]}` : "";
        const own = /^ {2}namespace:\s*["']?([^\s"']+)/m.exec(metadata)?.[1] ?? namespace;
        const key = `${kind}${group}/${apiVersion}`;
        names[key] = [...(names[key] ?? []), isClusterScoped(kind) || own === "" ? name : `${own}/${name}`];
    }
    return Object.fromEntries(Object.entries(names).map(([key, list]) => [key, list.sort()]));
}

function isClusterScoped(kind: string): boolean {
    return /^(Cluster\w+|CustomResourceDefinition|Namespace|PriorityClass|StorageClass|\w+WebhookConfiguration|APIService)$/.test(
        kind,
    );
}
