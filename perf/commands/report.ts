import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Command } from "commander";
import { readRuns } from "../compare/measured-run";
import { htmlReport } from "../report/html-report";
import { reportView } from "../report/report-view";
import { terminalReport } from "../report/terminal-report";

export function addReport(program: Command): void {
    program
        .command("report")
        .description(
            "show results side by side: figures, latency by percentile, the course of the run, the environment",
        )
        .argument("<results...>", "files that a run has written; ratios are to the first")
        .option("--html <file>", "also write one page that needs no network")
        .action((paths: string[], { html }: { readonly html?: string }) => {
            const view = reportView(readRuns(paths));
            process.stdout.write(terminalReport(view));
            if (html === undefined) return;
            mkdirSync(dirname(html), { recursive: true });
            writeFileSync(html, htmlReport(view));
            process.stderr.write(`report: wrote ${html}\n`);
        });
}
