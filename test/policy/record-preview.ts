import { createHash } from "node:crypto";
import { existsSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { projectRoot } from "../../offline/project";
import { capturePulumi } from "../../offline/run-pulumi";
import type { Recorded } from "./recorded";

/** What a preview depends on; not the pack, so that a changed policy needs no new recording. */
const SOURCES = ["infra", "stacks", "offline", "Pulumi.large.yaml", "package-lock.json", "test/policy/recorder"];

/** Settings of a run beside the stack file, by their keys below `kaireon:`. */
export type Settings = Readonly<Record<string, unknown>>;

let digestOfSources: string | undefined;
const read = new Map<string, Promise<Recorded>>();

/**
 * What the SDK gives to policies in the preview of `large` that creates everything, recorded on the real engine. It is kept under
 * `.offline/policy` until the program changes.
 */
export function recordedLarge(): Promise<Recorded> {
    return recordedWith({});
}

/** The same of `large` with other settings, `kaireon:` keys as the stack file has them. */
export function recordedWith(settings: Settings): Promise<Recorded> {
    const name = nameOf(settings);
    const recorded = read.get(name) ?? readOrRecord(name, settings);
    read.set(name, recorded);
    return recorded;
}

function nameOf(settings: Settings): string {
    const own = createHash("sha256").update(JSON.stringify(settings)).digest("hex").slice(0, 8);
    return ["large", digest(), ...(Object.keys(settings).length === 0 ? [] : [own])].join("-");
}

async function readOrRecord(name: string, settings: Settings): Promise<Recorded> {
    const folder = join(projectRoot, ".offline", "policy");
    const file = join(folder, `${name}.json`);
    if (!existsSync(file)) {
        mkdirSync(folder, { recursive: true });
        await record(settings, file);
    }
    const { inputs, resources }: Recorded = JSON.parse(readFileSync(file, "utf8"));
    // Registrations race: without an order every recording would choose other resources for the tests.
    const byUrn = (one: { urn: string }, other: { urn: string }) => (one.urn < other.urn ? -1 : 1);
    return { inputs: [...inputs].sort(byUrn), resources: [...resources].sort(byUrn) };
}

async function record(settings: Settings, file: string): Promise<void> {
    const workDir = mkdtempSync(join(tmpdir(), "kaireon-policy-"));
    const unfinished = join(workDir, "recording.json");
    const pack = join(projectRoot, "test", "policy", "recorder");
    try {
        const config = Object.entries(settings).map(
            ([key, value]) => `--config=kaireon:${key}=${JSON.stringify(value)}`,
        );
        const run = await capturePulumi(["preview", "--policy-pack", pack, ...config], {
            workDir,
            env: { POLICY_RECORDING: unfinished },
        });
        if (run.exitCode !== 0) {
            const [, diagnostics = run.stdout] = run.stdout.split("Diagnostics:");
            throw new Error(
                `the preview of large with ${JSON.stringify(settings)} failed:\n${diagnostics}${run.stderr}`,
            );
        }
        renameSync(unfinished, file);
    } finally {
        rmSync(workDir, { recursive: true });
    }
}

function digest(): string {
    digestOfSources ??= hashOfSources();
    return digestOfSources;
}

function hashOfSources(): string {
    const hash = createHash("sha256");
    const add = (path: string) => {
        const full = join(projectRoot, path);
        if (/\.(spec|fixture)\.ts$/.test(path)) return;
        if (/\.[a-z]+$/.test(path)) hash.update(path).update(readFileSync(full));
        else if (isFolder(full)) for (const name of readdirSync(full).sort()) add(join(path, name));
    };
    for (const path of SOURCES) add(path);
    return hash.digest("hex").slice(0, 16);
}

function isFolder(path: string): boolean {
    return existsSync(path) && lstatSync(path).isDirectory();
}
