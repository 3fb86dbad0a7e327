import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { OfflineError } from "../../offline/offline-error";
import { ReportError } from "../report-error";
import { previewAgainst } from "./offline-preview";

const USAGE = "Use it as: npm run pr-preview -- <commit of the base> <folder for events.jsonl and comment.md> [stack]";

/** `npm run pr-preview`: the preview of a pull request without an account, with its comment. */
async function main(args: readonly string[]): Promise<void> {
    const [commit, folder, stack = "large", ...others] = args;
    if (commit === undefined || folder === undefined || others.length > 0) throw new ReportError(USAGE);
    const scratch = mkdtempSync(join(tmpdir(), "kaireon-pull-request-"));
    try {
        process.exitCode = await previewAgainst({ base: commit, folder: resolve(folder), scratch, options: { stack } });
    } finally {
        rmSync(scratch, { recursive: true, force: true });
    }
}

main(process.argv.slice(2)).catch((problem: unknown) => {
    if (!(problem instanceof ReportError || problem instanceof OfflineError)) throw problem;
    process.stderr.write(`pr-preview: ${problem.message}\n`);
    process.exitCode = 1;
});
