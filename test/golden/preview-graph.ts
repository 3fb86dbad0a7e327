import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { projectRoot } from "../../offline/project";
import { capturePulumi, type PulumiResult } from "../../offline/run-pulumi";
import { readEventLog } from "../../report/event-log";
import { verdictsOf } from "../../report/verdicts";
import type { Settings } from "../combinations/factors";
import type { Graph } from "./difference";
import { graphOf } from "./graph";
import { GOLDEN_FOLDER } from "./variants";

/** What one preview tells. */
export interface Previewed {
    readonly graph: Graph;
    /** What the policy pack objects to or advises, without what it cannot know in a preview: `policy: message`. */
    readonly violations: readonly string[];
}

/** Previews of stacks that do not exist, on the real engine with the policy pack. One after the other; several can run side by side. */
export class Previews {
    private readonly workDir = mkdtempSync(join(tmpdir(), "kaireon-golden-"));

    remove(): void {
        rmSync(this.workDir, { recursive: true });
    }

    /**
     * @param settings `kaireon:` keys that differ from the committed stack file
     * @throws Error with what the engine says when the preview fails for any other reason than a policy
     */
    async preview(stack: string, settings: Settings = {}): Promise<Previewed> {
        const events = join(this.workDir, "events.jsonl");
        rmSync(events, { force: true });
        const config = Object.entries(settings).map(([key, value]) => `--config=kaireon:${key}=${textOf(value)}`);
        const args = ["preview", "--json", "--event-log", events, ...policyPack(stack), ...config];
        const result = await capturePulumi(args, { workDir: this.workDir, stack });
        const violations = existsSync(events) ? violationsOf(events) : [];
        if (result.exitCode !== 0 && violations.length === 0) throw new Error(problemOf(result));
        return { graph: graphOf(JSON.parse(result.stdout).steps), violations };
    }
}

export function goldenFile(stack: string): string {
    return join(GOLDEN_FOLDER, `${stack}.yaml`);
}

/** The golden graph of a stack, as it is recorded. */
export function goldenGraph(stack: string): Graph {
    return parse(readFileSync(goldenFile(stack), "utf8"));
}

export function asYaml(value: unknown): string {
    return stringify(value, { aliasDuplicateObjects: false, lineWidth: 0 });
}

/** The pack, with the levels that the stack's own file relaxes. */
function policyPack(stack: string): readonly string[] {
    const config = join(projectRoot, `policy-config.${stack}.json`);
    return ["--policy-pack", "policy", ...(existsSync(config) ? ["--policy-pack-config", config] : [])];
}

function textOf(value: unknown): string {
    return typeof value === "string" ? value : JSON.stringify(value);
}

function violationsOf(events: string): readonly string[] {
    const { violations } = verdictsOf(readEventLog(readFileSync(events, "utf8"), events));
    return violations.flatMap(({ policy, findings }) => findings.map(({ message }) => `${policy}: ${message}`));
}

function problemOf({ stdout, stderr }: PulumiResult): string {
    try {
        const { diagnostics = [] } = JSON.parse(stdout);
        const errors = diagnostics.filter(({ severity }: { severity: string }) => severity === "error");
        return errors.map(({ message }: { message: string }) => message.trim()).join("\n");
    } catch {
        return `${stdout}\n${stderr}`.trim();
    }
}
