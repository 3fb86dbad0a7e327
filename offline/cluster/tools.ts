import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { cacheFolder } from "../cache-folder";
import { goTarget, type Machine } from "../engine/engine-cache";
import { type GoNeed, requireGo, runGo } from "../engine/go";
import { buildCommand, requireSuccess } from "../engine/go-build";
import type { Report } from "../engine/progress";
import { OfflineError } from "../offline-error";
import { projectRoot } from "../project";

type Env = Readonly<Record<string, string | undefined>>;

/** What a control plane is made of: the folder that holds the executables, `stages/` and `definitions/`. */
export interface ClusterTools {
    readonly etcd: string;
    readonly apiServer: string;
    readonly scheduler: string;
    readonly controllerManager: string;
    readonly kwok: string;
    /** Files that say how simulated nodes and pods come up and go. */
    readonly stages: readonly string[];
    /** Files of CustomResourceDefinitions: KEDA, External Secrets, Prometheus operator. */
    readonly definitions: readonly string[];
}

/** The Go modules, each in a folder beside this one whose `go.mod` pins it. */
const KUBERNETES = join(projectRoot, "offline", "cluster", "kubernetes");
const KWOK = join(projectRoot, "offline", "cluster", "kwok");
const DEFINITIONS = join(projectRoot, "offline", "cluster", "definitions");
const MODULES = [KUBERNETES, KWOK, DEFINITIONS];

const GO: GoNeed = {
    version: "1.26",
    moduleFolder: KUBERNETES,
    what: "a Kubernetes control plane",
    reason: "there is no control plane in the cache yet.",
    otherwise: "or leave the cluster out: nothing else needs it.",
};

const COMMANDS = [
    { name: "etcd", command: "go.etcd.io/etcd/server/v3", module: KUBERNETES },
    { name: "kube-apiserver", command: "k8s.io/kubernetes/cmd/kube-apiserver", module: KUBERNETES },
    { name: "kube-scheduler", command: "k8s.io/kubernetes/cmd/kube-scheduler", module: KUBERNETES },
    { name: "kube-controller-manager", command: "k8s.io/kubernetes/cmd/kube-controller-manager", module: KUBERNETES },
    { name: "kwok", command: "sigs.k8s.io/kwok/cmd/kwok", module: KWOK },
] as const;

/** kwok starts without stages and then does nothing; its module carries them. */
const STAGES = [
    "kustomize/stage/node/fast/node-initialize.yaml",
    "kustomize/stage/node/heartbeat/node-heartbeat.yaml",
    "kustomize/stage/pod/fast/pod-ready.yaml",
    "kustomize/stage/pod/fast/pod-complete.yaml",
    "kustomize/stage/pod/fast/pod-delete.yaml",
];

/** Folders of definitions in the modules of the controllers that the program installs. */
const DEFINITION_FOLDERS = [
    { module: "github.com/kedacore/keda/v2", folder: "config/crd/bases" },
    { module: "github.com/external-secrets/external-secrets", folder: "config/crds/bases" },
    {
        module: "github.com/prometheus-operator/prometheus-operator",
        folder: "example/prometheus-operator-crd",
    },
];

/** The versions that this project builds, and what it takes of the modules; a change of any of them builds anew. */
export function toolsFolder(env: Env, machine: Machine): string {
    const { os, arch } = goTarget(machine);
    const pins = [
        ...MODULES.map((folder) => readFileSync(join(folder, "go.mod"), "utf8")),
        ...STAGES,
        JSON.stringify(DEFINITION_FOLDERS),
    ].join("\0");
    const digest = createHash("sha256").update(pins).digest("hex").slice(0, 12);
    return join(cacheFolder(env), `cluster-${digest}-${os}-${arch}`);
}

/**
 * A Kubernetes control plane out of the cache, built first when it is not there.
 *
 * @throws OfflineError when there is no Go that can build it
 */
export async function provideClusterTools(env: Env, report: Report, machine: Machine = process): Promise<ClusterTools> {
    const folder = toolsFolder(env, machine);
    if (!existsSync(folder)) await buildTools(folder, env, report, machine);
    const files = (kind: string) => readdirSync(join(folder, kind)).map((file) => join(folder, kind, file));
    return {
        etcd: join(folder, "etcd"),
        apiServer: join(folder, "kube-apiserver"),
        scheduler: join(folder, "kube-scheduler"),
        controllerManager: join(folder, "kube-controller-manager"),
        kwok: join(folder, "kwok"),
        stages: files("stages"),
        definitions: files("definitions"),
    };
}

/** Why there can be no control plane on this machine; `undefined` where one is in the cache or can be built. */
export function missingForCluster(env: Env, machine: Machine = process): string | undefined {
    if (existsSync(toolsFolder(env, machine))) return undefined;
    try {
        requireGo(env, GO);
        return undefined;
    } catch (problem) {
        if (problem instanceof OfflineError) return problem.message;
        throw problem;
    }
}

/** The version of Kubernetes that is built, such as `1.35.4`. */
export function kubernetesVersion(): string {
    const version = /k8s\.io\/kubernetes v(\S+)/.exec(readFileSync(join(KUBERNETES, "go.mod"), "utf8"))?.[1];
    if (version === undefined)
        throw new Error("offline/cluster/kubernetes/go.mod: names no version of k8s.io/kubernetes.");
    return version;
}

/** Builds into a folder that appears whole or not at all. */
async function buildTools(folder: string, env: Env, report: Report, machine: Machine): Promise<void> {
    const go = requireGo(env, GO);
    const instead = "Nothing but the cluster needs it.";
    const [major, minor] = kubernetesVersion().split(".");
    const version = "k8s.io/component-base/version";
    const linkerFlags =
        `-s -w -X ${version}.gitVersion=v${kubernetesVersion()} -X ${version}.gitMajor=${major} ` +
        `-X ${version}.gitMinor=${minor}`;

    report.say(`offline: building Kubernetes ${kubernetesVersion()} and kwok with Go into ${folder}.`);
    report.say("offline: once per version; about 6 minutes on two cores.");
    mkdirSync(dirname(folder), { recursive: true });
    const partial = mkdtempSync(join(dirname(folder), ".building-"));
    try {
        for (const { name, command, module } of COMMANDS) {
            const output = join(partial, name);
            report.say(`offline: ${name}`);
            await buildCommand({
                go,
                moduleFolder: module,
                command,
                output,
                what: name,
                instead,
                linkerFlags,
                machine,
                env,
                report,
            });
        }
        const stages = await moduleFolder(go, KWOK, "sigs.k8s.io/kwok", env);
        mkdirSync(join(partial, "stages"));
        for (const stage of STAGES)
            cpSync(join(stages, stage), join(partial, "stages", stage.split("/").at(-1) ?? stage));
        await copyDefinitions(go, join(partial, "definitions"), env);
        publish(partial, folder);
    } finally {
        rmSync(partial, { recursive: true, force: true });
    }
    report.say("offline: the control plane is built.");
}

async function copyDefinitions(go: string, folder: string, env: Env): Promise<void> {
    mkdirSync(folder);
    for (const { module, folder: within } of DEFINITION_FOLDERS) {
        const from = join(await moduleFolder(go, DEFINITIONS, module, env), within);
        for (const file of readdirSync(from).filter((name) => name.endsWith(".yaml") && name !== "kustomization.yaml"))
            cpSync(join(from, file), join(folder, file));
    }
}

/** Fetches a module of a pinned version. @returns its folder in Go's cache */
export async function moduleFolder(go: string, cwd: string, module: string, env: Env): Promise<string> {
    const lines: string[] = [];
    const options = { cwd, env: { ...env, GOFLAGS: "-mod=mod", GOWORK: "off" } };
    const outcome = await runGo(go, ["mod", "download", "-json", module], options, (line, stream) => {
        if (stream === "stdout") lines.push(line);
    });
    requireSuccess(outcome, `fetching ${module}`, { instead: "Nothing but the cluster needs it." });
    const { Dir: folder } = JSON.parse(lines.join("\n")) as { Dir: string };
    return folder;
}

/** Two runs may build at once; the first one to finish wins, and both are the same. */
export function publish(partial: string, folder: string): void {
    try {
        renameSync(partial, folder);
    } catch (problem) {
        if (!existsSync(folder)) throw problem;
    }
}
