import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { OfflineError } from "../offline/offline-error";
import { relaxedBy } from "../offline/policy-config";
import { makeComment } from "./make-comment";
import { ReportError } from "./report-error";

const USAGE =
    "Use it as: npm run pr-report -- <event log> [--base <event log or golden graph>] [--policy-config <file>] [--note <sentence>] [--out <file>]";

/** `npm run pr-report`: makes the comment of a pull request out of the event log of a preview. */
function main(args: readonly string[]): void {
    const { values, positionals } = argumentsOf(args);
    const [log, ...others] = positionals;
    if (log === undefined || others.length > 0) throw new ReportError(`give one event log. ${USAGE}`);
    const { base, note, "policy-config": config } = values;
    const { text, problem } = makeComment(log, { base, note, relaxed: config === undefined ? [] : relaxedBy(config) });
    if (values.out === undefined) process.stdout.write(text);
    else writeFileSync(values.out, text);
    if (problem !== undefined) throw new ReportError(problem);
}

function argumentsOf(args: readonly string[]) {
    const options = {
        base: { type: "string" },
        "policy-config": { type: "string" },
        note: { type: "string" },
        out: { type: "string" },
    } as const;
    try {
        return parseArgs({ args: [...args], options, allowPositionals: true });
    } catch (problem) {
        throw new ReportError(`${problem instanceof Error ? problem.message : problem}. ${USAGE}`);
    }
}

try {
    main(process.argv.slice(2));
} catch (problem) {
    if (!(problem instanceof ReportError || problem instanceof OfflineError)) throw problem;
    process.stderr.write(`pr-report: ${problem.message}\n`);
    process.exitCode = 1;
}
