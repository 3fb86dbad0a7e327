import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { readBaseGraph } from "./base-graph";
import { comment } from "./comment";
import { readEventLog } from "./event-log";
import { reportOf } from "./report";
import { ReportError } from "./report-error";

const USAGE = "Use it as: npm run pr-report -- <event log> [--base <event log or golden graph>] [--note <sentence>]";

/** `npm run pr-report`: prints the comment of a pull request, made from the event log of a preview. */
function main(args: readonly string[]): void {
    const { values, positionals } = argumentsOf(args);
    const [file, ...others] = positionals;
    if (file === undefined || others.length > 0) throw new ReportError(`give one event log. ${USAGE}`);
    const log = readEventLog(read(file), file);
    const base = values.base === undefined ? undefined : readBaseGraph(read(values.base), values.base);
    process.stdout.write(comment(reportOf(log, base), values.note));
}

function argumentsOf(args: readonly string[]) {
    try {
        const options = { base: { type: "string" }, note: { type: "string" } } as const;
        return parseArgs({ args: [...args], options, allowPositionals: true });
    } catch (problem) {
        throw new ReportError(`${messageOf(problem)}. ${USAGE}`);
    }
}

function read(file: string): string {
    try {
        return readFileSync(file, "utf8");
    } catch (problem) {
        throw new ReportError(`${file} cannot be read: ${messageOf(problem)}. ${USAGE}`);
    }
}

function messageOf(problem: unknown): string {
    return problem instanceof Error ? problem.message : String(problem);
}

try {
    main(process.argv.slice(2));
} catch (problem) {
    if (!(problem instanceof ReportError)) throw problem;
    process.stderr.write(`${problem.message}\n`);
    process.exitCode = 1;
}
