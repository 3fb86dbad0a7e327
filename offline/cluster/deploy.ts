import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseAllDocuments } from "yaml";
import { OfflineError } from "../offline-error";
import { projectRoot } from "../project";
import type { Kubectl } from "./kubectl";
import { nodesOf, systemWorkloads } from "./nodes";
import type { RegisteredStack } from "./registered-stack";
import type { ClusterTools } from "./tools";

/** What a deployment of the release told. */
export interface Deployed {
    /** Warnings of the API server, deprecations among them; none is right. */
    readonly warnings: readonly string[];
}

/** Brings the cluster to where the program's cluster is before its release: definitions, nodes at their minimum, system pods, namespace. */
export async function prepareCluster(kubectl: Kubectl, stack: RegisteredStack, tools: ClusterTools): Promise<void> {
    await kubectl.apply(tools.definitions.flatMap(objectsIn));
    await kubectl.run(["wait", "customresourcedefinition", "--all", "--for=condition=Established", "--timeout=60s"]);
    const { namespace: name, namespaceLabels: labels } = stack.release;
    await kubectl.apply([
        ...nodesOf(stack.nodeGroups, ({ minSize }) => minSize),
        ...systemWorkloads(),
        { apiVersion: "v1", kind: "Namespace", metadata: { name, labels } },
    ]);
}

/**
 * Installs the release or upgrades it, as the program's Helm provider does.
 *
 * @throws OfflineError with what Helm said
 */
export async function deployRelease(
    kubectl: Kubectl,
    { release }: RegisteredStack,
    options: { readonly values?: Readonly<Record<string, unknown>>; readonly timeout?: string } = {},
): Promise<Deployed> {
    const values = join(dirname(kubectl.kubeconfig), "values.json");
    writeFileSync(values, JSON.stringify(options.values ?? release.values), { mode: 0o600 });
    const { exitCode, stdout, stderr } = await kubectl.helm([
        "upgrade",
        release.name,
        resolve(projectRoot, release.chart),
        "--install",
        // The provider's Helm is version 3 and merges here, not on the server: https://github.com/pulumi/pulumi-kubernetes/issues/4190
        "--server-side=false",
        `--namespace=${release.namespace}`,
        `--values=${values}`,
        "--wait",
        `--timeout=${options.timeout ?? "3m"}`,
    ]);
    if (exitCode !== 0) throw new OfflineError(`offline: Helm failed (${exitCode}):\n${stdout}${stderr}`);
    return { warnings: warningsIn(stderr) };
}

/**
 * The warnings in what Helm says, each once. Helm logs those of the API server, in quotes, every time that it sends the object.
 */
export function warningsIn(stderr: string): readonly string[] {
    const lines = stderr.split("\n").filter((line) => /warning/i.test(line));
    return [...new Set(lines.map((line) => /"Warning: (.*)"$/.exec(line)?.[1]?.replaceAll('\\"', '"') ?? line))];
}

function objectsIn(file: string): readonly object[] {
    return parseAllDocuments(readFileSync(file, "utf8"))
        .map((document) => document.toJS() as unknown)
        .filter((object) => typeof object === "object" && object !== null);
}
