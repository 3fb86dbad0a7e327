import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { OfflineOptions } from "../../offline/prepare-run";
import { projectRoot } from "../../offline/project";
import { runPulumi } from "../../offline/run-pulumi";
import { makeComment } from "../make-comment";
import { type BaseCheckout, checkOutBase, fileAt } from "./base-checkout";

const GOLDEN = "stacks/golden/large.yaml";

export interface PullRequest {
    /** The commit that the pull request goes on top of. */
    readonly base: string;
    /** Takes `events.jsonl` and `comment.md`. */
    readonly folder: string;
    /** An empty folder, to be removed afterwards. */
    readonly scratch: string;
    /** How the engine runs, for a test with a program of its own. Default: this project's program. */
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
    const pack = policyPack(options.programDir ?? projectRoot);
    const args = ["preview", "--non-interactive", "--event-log", events, ...pack];
    const exitCode = await run(args, { ...options, workDir: base.workDir });
    const { text, problem } = makeComment(events, base.graph, base.note);
    writeFileSync(join(folder, "comment.md"), text);
    return problem === undefined ? exitCode : exitCode || 1;
}

/** The engine takes the path from the program's folder. */
function policyPack(programDir: string): readonly string[] {
    return existsSync(join(programDir, "policy", "PulumiPolicy.yaml")) ? ["--policy-pack", "policy"] : [];
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

function goldenGraph({ base, scratch, commits }: PullRequest): Base {
    const workDir = join(scratch, "empty");
    try {
        const graph = join(scratch, "base.yaml");
        writeFileSync(graph, (commits?.fileAt ?? fileAt)(base, GOLDEN));
        return { workDir, graph, note: "Offline, and the base could not be deployed on the stand-ins." };
    } catch {
        return { workDir, note: "Offline, and nothing of the base could be used: everything counts as new." };
    }
}
