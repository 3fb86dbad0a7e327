import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { capturePulumi, type PulumiResult } from "../../offline/run-pulumi";
import { label } from "../golden/graph";

/** One change of a preview, as `<op> <type> <name>`. */
export interface Change {
    readonly what: string;
    /** Paths of the properties that differ. */
    readonly properties: readonly string[];
}

/** A resource of the stack's state. */
export interface StateResource {
    readonly urn: string;
    readonly type: string;
    readonly protect?: boolean;
    readonly dependencies?: readonly string[];
    readonly inputs?: Readonly<Record<string, unknown>>;
    readonly outputs?: Readonly<Record<string, unknown>>;
}

/** An engine event of an operation on a resource. */
interface StepEvent {
    readonly metadata: { readonly op: string; readonly urn: string };
}
interface EngineEvent {
    readonly resourcePreEvent?: StepEvent;
    readonly resOutputsEvent?: StepEvent;
}

/** Setting of one run, as `--config` takes it: an object is given as JSON. */
export type Settings = Readonly<Record<string, unknown>>;

/** A stack in a folder of its own, on the real engine. */
export class StackRun {
    /** What the user was told beside the engine's output, by all runs. */
    readonly said: string[] = [];
    readonly workDir = mkdtempSync(join(tmpdir(), "kaireon-engine-"));

    /** @param stack one whose file is committed */
    constructor(private readonly stack = "large") {}

    remove(): void {
        rmSync(this.workDir, { recursive: true });
    }

    /** Runs a command of the engine; `settings` are `kaireon:` keys that differ from the committed stack file. */
    run(
        args: readonly string[],
        settings: Settings = {},
        env: Readonly<Record<string, string>> = {},
    ): Promise<PulumiResult> {
        const config = Object.entries(settings).map(([key, value]) => `--config=kaireon:${key}=${textOf(value)}`);
        const { stack, workDir } = this;
        return capturePulumi([...args, ...config], { workDir, stack, env, say: (line) => void this.said.push(line) });
    }

    up(settings: Settings = {}, ...more: readonly string[]): Promise<PulumiResult> {
        return this.run(["up", "--yes", "--skip-preview", ...more], settings);
    }

    /** What a preview would do to resources, what stays the same left out. */
    async changes(settings: Settings = {}): Promise<readonly Change[]> {
        const { stdout } = await this.run(["preview", "--json"], settings);
        const { steps } = JSON.parse(stdout);
        return steps
            .filter(({ op }: { op: string }) => op !== "same")
            .map(({ op, urn, detailedDiff }: { op: string; urn: string; detailedDiff?: object }) => ({
                what: `${op} ${label(urn)}`,
                properties: Object.keys(detailedDiff ?? {}).sort(),
            }));
    }

    async state(): Promise<readonly StateResource[]> {
        const { stdout } = await this.run(["stack", "export"]);
        return JSON.parse(stdout).deployment.resources ?? [];
    }

    /** Destroys the stack. @returns for each resource when its deletion began and ended, as positions among the engine's events */
    async destroy(): Promise<{
        result: PulumiResult;
        deletions: ReadonlyMap<string, { begun: number; ended: number }>;
    }> {
        const result = await this.run(["destroy", "--yes", "--skip-preview", "--json"]);
        const deletions = new Map<string, { begun: number; ended: number }>();
        const lines = result.stdout.trim().split("\n");
        for (const [position, line] of lines.entries()) {
            const event: EngineEvent = JSON.parse(line);
            const { metadata } = event.resourcePreEvent ?? event.resOutputsEvent ?? {};
            if (metadata?.op !== "delete") continue;
            const before = deletions.get(label(metadata.urn));
            const begun = before?.begun ?? position;
            deletions.set(label(metadata.urn), { begun, ended: position });
        }
        return { result, deletions };
    }
}

function textOf(value: unknown): string {
    return typeof value === "string" ? value : JSON.stringify(value);
}
