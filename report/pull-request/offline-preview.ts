import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../offline/project";
import { runPulumi } from "../../offline/run-pulumi";
import { makeComment } from "../make-comment";
import { checkOutBase, fileAt } from "./base-checkout";

const GOLDEN = "stacks/golden/large.yaml";

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
 * @param folder takes `events.jsonl` and `comment.md`
 * @param scratch an empty folder, to be removed afterwards
 * @returns the exit code of the preview
 */
export async function previewAgainst(commit: string, folder: string, scratch: string): Promise<number> {
    mkdirSync(folder, { recursive: true });
    const base = (await deployed(commit, scratch)) ?? goldenGraph(commit, scratch);
    const events = join(folder, "events.jsonl");
    const args = ["preview", "--non-interactive", "--event-log", events, ...policyPack()];
    const exitCode = await runPulumi(args, { workDir: base.workDir });
    const { text, problem } = makeComment(events, base.graph, base.note);
    writeFileSync(join(folder, "comment.md"), text);
    return problem === undefined ? exitCode : exitCode || 1;
}

/** The packs of this project; the engine takes the path from the program's folder. */
function policyPack(): readonly string[] {
    return existsSync(join(projectRoot, "policy", "PulumiPolicy.yaml")) ? ["--policy-pack", "policy"] : [];
}

async function deployed(commit: string, scratch: string): Promise<Base | undefined> {
    const workDir = join(scratch, "deployed");
    try {
        const { folder, remove } = checkOutBase(commit, join(scratch, "base"));
        try {
            const up = ["up", "--yes", "--skip-preview", "--non-interactive"];
            const exitCode = await runPulumi(up, { programDir: folder, workDir });
            if (exitCode !== 0) return undefined;
        } finally {
            remove();
        }
    } catch (problem) {
        process.stderr.write(`pr-preview: ${commit} could not be deployed: ${problem}\n`);
        return undefined;
    }
    return { workDir, note: "Offline: stand-ins for AWS and Kubernetes, on which the base was deployed first." };
}

function goldenGraph(commit: string, scratch: string): Base {
    const workDir = join(scratch, "empty");
    try {
        const graph = join(scratch, "base.yaml");
        writeFileSync(graph, fileAt(commit, GOLDEN));
        return { workDir, graph, note: "Offline, and the base could not be deployed on the stand-ins." };
    } catch {
        return { workDir, note: "Offline, and nothing of the base could be used: everything counts as new." };
    }
}
