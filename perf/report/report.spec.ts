import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, runInContext } from "node:vm";
import { projectRoot } from "../../offline/project";
import type { Result } from "../results/result";
import { environment, resultOf } from "../results/result.fixture";
import { htmlReport } from "./html-report";
import { chartData, reportView } from "./report-view";
import { terminalReport } from "./terminal-report";

const viewOf = (...results: readonly Result[]) =>
    reportView(results.map((result, index) => ({ path: `run${index}.json`, result })));

/** Words of a target or an operator, as bad as they can be. */
const hostile: Result = {
    ...resultOf({ errors: 1 }),
    status: "partial",
    remarks: ["<img src=x onerror=alert(1)>\u001b[2J"],
    target: { kind: "simulator", url: "http://127.0.0.1/?</script><script>alert(1)</script>" },
};
hostile.totals.errors = { "HTTP 500 <b>\u001b]0;x\u0007": 1 };
const second = { at: 0, scheduled: 50, sent: 50, answered: 50, errors: 0, p50Ms: 20, p99Ms: 40 };
const newer = {
    ...resultOf({ environment: { ...environment, imageTag: "2.4.0" }, startedAt: "2026-11-25T00:00:00.000Z" }),
    timeline: [second, { ...second, at: 1, p99Ms: 90 }],
};

describe("the report in a terminal", () => {
    it("shows banners before any figure, and lets no word of the target steer the terminal", () => {
        const text = terminalReport(viewOf(hostile));
        assert.match(text, /^#+\n# {2}TARGET: SIMULATOR\. No figure of the product\. {2}#\n#+\n\n#+\n# {2}PARTIAL\. /);
        assert.match(text, /Remark: <img src=x onerror=alert\(1\)>\?\[2J/);
        assert.match(text, /HTTP 500 <b>\?\]0;x\?/);
        assert.doesNotMatch(text, /[^\P{Cc}\n]/u);
    });

    it("puts runs side by side, draws each one's curves and says what differs", () => {
        const text = terminalReport(viewOf(resultOf(), newer));
        assert.match(text, /│ p95 +│ 95\.04 │ 95\.04 │ x 1\.00 │/);
        assert.match(text, /A: latency in ms by percentile\n(.*\n){13} +50 +90 +99\n/);
        assert.match(text, /B: p50 \(lower line\) and p99 in ms over 2 s/);
        assert.doesNotMatch(text, /A: p50/);
        assert.match(text, /│ environment\.imageTag +│ 2\.3\.0 +│ 2\.4\.0 +│ differs │/);
        assert.doesNotMatch(text, /Not alike|SIMULATOR/);
    });

    it("says first why runs are not alike, and draws nothing of a run without answers", () => {
        const text = terminalReport(viewOf(resultOf(), { ...resultOf({ latencies: [] }), scenario: "soak" }));
        assert.match(text, /Not alike:\n {2}scenario: recommend-100rps in A; soak in B\./);
        assert.doesNotMatch(text, /B: latency/);
    });
});

describe("the report as a page", () => {
    it("needs nothing from anywhere, and may load nothing", () => {
        const html = htmlReport(viewOf(resultOf(), newer));
        assert.match(html, /content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'"/);
        assert.deepEqual(html.match(/<(link|img|iframe|base)\b|\bsrc=|@import|url\(/g), null);
        assert.ok(html.includes(readFileSync(join(projectRoot, "node_modules/uplot/dist/uPlot.iife.min.js"), "utf8")));
        assert.equal(html.match(/<script/g)?.length, html.match(/<\/script>/g)?.length);
    });

    it("escapes what others have named", () => {
        const html = htmlReport(viewOf(hostile));
        assert.doesNotMatch(html, /<img|<script>alert|HTTP 500 <b>/);
        assert.match(html, /&lt;img src=x onerror=alert\(1\)&gt;/);
        assert.match(
            html,
            /<p class="banner simulator"><strong>TARGET: SIMULATOR<\/strong> No figure of the product\.<\/p>/,
        );
        assert.match(html, /<title>TARGET: SIMULATOR: PARTIAL: Load on the platform/);
        assert.match(html, /<p class="banner partial">/);
    });

    it("shows no banner over whole runs of a platform", () =>
        assert.doesNotMatch(htmlReport(viewOf(resultOf())), /class="banner/));

    it("draws every chart of the page, with a line for each column of its data", () => {
        const view = viewOf(resultOf(), newer);
        const { drawn, texts } = drawnCharts(htmlReport(view));
        assert.deepEqual(
            drawn.map(({ id, series }) => `${id}: ${series.join(", ")}`),
            [
                "percentiles: percentile, A, B, SLO",
                "distribution: latency, A, B",
                "p99: time, A, B, SLO",
                "p50: time, A, B",
                "rates-1: time, asked for, sent, answered, errors",
            ],
        );
        for (const { id, columns, series } of drawn) assert.equal(columns.length, series.length, id);
        assert.deepEqual(drawn[0]?.columns.slice(0, 3), chartData(view).percentiles);
        // A has one second only.
        assert.deepEqual(texts, { "rates-0": "Too few values for a chart." });
    });
});

interface Drawn {
    readonly id: string;
    readonly columns: readonly (readonly (number | null)[])[];
    readonly series: readonly string[];
}

/** Runs the page's own script in a document that knows the page's charts, with a recorder in the charts' library's place. */
function drawnCharts(html: string): { drawn: Drawn[]; texts: Record<string, string> } {
    const ids = [...html.matchAll(/class="chart" id="([^"]+)"/g)].map(([, id]) => id ?? "");
    const json = /<script type="application\/json" id="data">(.*?)<\/script>/s.exec(html)?.[1] ?? "";
    const elements = new Map<string, { id: string; textContent: string; clientWidth: number; style: object }>();
    for (const id of [...ids, "data"])
        elements.set(id, { id, textContent: id === "data" ? json : "", clientWidth: 800, style: {} });
    const drawn: Drawn[] = [];
    const paths = { stepped: () => undefined };
    const uPlot = Object.assign(
        function uPlot(
            options: { series: readonly { label: string }[] },
            columns: Drawn["columns"],
            element: { readonly id: string },
        ) {
            drawn.push({ id: element.id, columns, series: options.series.map(({ label }) => label) });
        },
        { paths },
    );
    const scripts = [...html.matchAll(/<script>(.*?)<\/script>/gs)].map(([, script]) => script ?? "");
    runInContext(
        scripts.at(-1) ?? "",
        createContext({
            uPlot,
            document: { documentElement: {}, getElementById: (id: string) => elements.get(id) ?? assert.fail(id) },
            getComputedStyle: () => ({ getPropertyValue: () => "#000000" }),
            matchMedia: () => ({ addEventListener: () => undefined }),
            window: { addEventListener: () => undefined },
        }),
    );
    const texts = [...elements.values()].filter(({ id, textContent }) => id !== "data" && textContent !== "");
    // Arrays of another context have another prototype.
    return structuredClone({ drawn, texts: Object.fromEntries(texts.map(({ id, textContent }) => [id, textContent])) });
}
