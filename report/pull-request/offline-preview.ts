import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { policyConfigName, relaxedBy } from "../../offline/policy-config";
import type { OfflineOptions } from "../../offline/prepare-run";
import { projectRoot } from "../../offline/project";
import { runPulumi } from "../../offline/run-pulumi";
import type { Relaxation } from "../../policy/relaxations";
import { makeComment } from "../make-comment";
import { type BaseCheckout, checkOutBase, fileAt } from "./base-checkout";

/** The stack when none is named. */
const STACK = "large";

export interface PullRequest {
    /** The commit that the pull request goes on top of. */
    readonly base: string;
    /** Takes `events.jsonl` and `comment.md`. */
    readonly folder: string;
    /** An empty folder, to be removed afterwards. */
    readonly scratch: string;
    /** Which stack, and how the engine runs, for a test with a program of its own. Default: `large` of this project's program. */
    readonly options?: Omit<OfflineOptions, "workDir">;
    /** Default: git. */
    readonly commits?: Commits;
    /** Default: the engine on this terminal. */
    readonly run?: typeof runPulumi;
}

export interface Commits {
    readonly checkOut: (commit: string, folder: string) => BaseCheckout;
    readonly fileAt: (commit: string, path: string) => string;
}

/** What the preview is held against, and how the comment says so. */
interface Base {
    /** Holds the state of the base, or an empty one. */
    readonly workDir: string;
    /** A graph to compare with. */
    readonly graph?: string;
    readonly note: string;
}

/**
 * Previews this checkout against another commit, without an account: the other one is deployed on the stand-ins of this one first. When
 * it cannot be, because it does not compile or is not known to these stand-ins, its golden graph is compared.
 *
 * @returns the exit code of the preview
 */
export async function previewAgainst(pullRequest: PullRequest): Promise<number> {
    const { folder, options = {}, run = runPulumi } = pullRequest;
    mkdirSync(folder, { recursive: true });
    const base = (await deployed(pullRequest)) ?? goldenGraph(pullRequest);
    const events = join(folder, "events.jsonl");
    const programDir = options.programDir ?? projectRoot;
    const args = ["preview", "--non-interactive", "--event-log", events, ...policyPack(programDir)];
    const exitCode = await run(args, { ...options, workDir: base.workDir });
    const relaxed = relaxedFor(options.stack ?? STACK, programDir);
    const { text, problem } = makeComment(events, { base: base.graph, note: base.note, relaxed });
    writeFileSync(join(folder, "comment.md"), text);
    return problem === undefined ? exitCode : exitCode || 1;
}

/** The engine takes the path from the program's folder. */
function policyPack(programDir: string): readonly string[] {
    return existsSync(join(programDir, "policy", "PulumiPolicy.yaml")) ? ["--policy-pack", "policy"] : [];
}

/** What the run, which finds the config by itself, relaxes. */
function relaxedFor(stack: string, programDir: string): readonly Relaxation[] {
    const config = join(programDir, policyConfigName(stack));
    return existsSync(config) ? relaxedBy(config) : [];
}

async function deployed({ base, scratch, options, commits, run = runPulumi }: PullRequest): Promise<Base | undefined> {
    const checkOut = commits?.checkOut ?? checkOutBase;
    const workDir = join(scratch, "deployed");
    try {
        const { folder, remove } = checkOut(base, join(scratch, "base"));
        try {
            const up = ["up", "--yes", "--skip-preview", "--non-interactive"];
            if ((await run(up, { ...options, programDir: folder, workDir })) !== 0) return undefined;
        } finally {
            remove();
        }
    } catch (problem) {
        const say = options?.say ?? ((line: string) => void process.stderr.write(`${line}\n`));
        say(`pr-preview: ${base} could not be deployed: ${problem}`);
        return undefined;
    }
    return { workDir, note: "Offline: stand-ins for AWS and Kubernetes, on which the base was deployed first." };
}

function goldenGraph({ base, scratch, commits, options }: PullRequest): Base {
    const golden = `stacks/golden/${options?.stack ?? STACK}.yaml`;
    const workDir = join(scratch, "empty");
    try {
        const graph = join(scratch, "base.yaml");
        writeFileSync(graph, (commits?.fileAt ?? fileAt)(base, golden));
        return { workDir, graph, note: "Offline, and the base could not be deployed on the stand-ins." };
    } catch {
        return { workDir, note: "Offline, and nothing of the base could be used: everything counts as new." };
    }
}
