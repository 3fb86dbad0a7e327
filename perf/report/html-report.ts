import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Eta } from "eta";
import { projectRoot } from "../../offline/project";
import { chartData, type ReportView } from "./report-view";

/** Not compiled: read where they lie, as the charts' library is. */
const TEMPLATES = join(projectRoot, "perf", "report", "templates");
const UPLOT = join(projectRoot, "node_modules", "uplot", "dist");

/** One page with all that it needs inside. Everything measured or named by others is escaped, and the page may load nothing. */
export function htmlReport(view: ReportView): string {
    const eta = new Eta({ views: TEMPLATES, cache: false });
    return eta.render("./report", {
        view,
        data: scriptJson(chartData(view)),
        css: [join(UPLOT, "uPlot.min.css"), join(TEMPLATES, "report.css")].map(text),
        scripts: [join(UPLOT, "uPlot.iife.min.js"), join(TEMPLATES, "charts.js")].map(text),
    });
}

/** JSON that no HTML parser sees an end tag or a comment in. */
function scriptJson(value: unknown): string {
    return JSON.stringify(value).replaceAll("<", "\\u003c");
}

function text(path: string): string {
    return readFileSync(path, "utf8");
}
