// Draws the report's charts from the page's data. Runs in a browser, with uPlot before it.
(() => {
    const data = JSON.parse(document.getElementById("data").textContent);
    const DASHES = [[], [9, 4], [3, 3], [12, 3, 3, 3], [16, 6], [6, 2, 2, 2, 2, 2]];
    const PERCENTILES = [0, 50, 90, 95, 99, 99.9, 99.99, 99.999, 99.9999, 99.99999];
    const color = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const ninesOf = (percentile) => -Math.log10(1 - percentile / 100);
    const percentileOf = (nines) => Number((100 * (1 - 10 ** -nines)).toFixed(Math.max(0, Math.ceil(nines)) + 1));
    const msText = (value) =>
        value == null ? "–" : `${value >= 100 ? value.toFixed(0) : Number(value.toPrecision(3))} ms`;
    const countText = (value) => (value == null ? "–" : value.toLocaleString("en-US", { maximumFractionDigits: 1 }));
    const timeText = (seconds) =>
        seconds == null
            ? "–"
            : `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, "0")}`;

    function axis(values, more) {
        return {
            stroke: color("--ink"),
            grid: { stroke: color("--grid"), width: 1 },
            ticks: { stroke: color("--line"), width: 1 },
            values: (_, splits) => splits.map((split) => (split == null ? "" : values(split))),
            ...more,
        };
    }

    const msAxis = () => axis((value) => (value >= 1000 ? `${value / 1000} s` : `${Number(value.toPrecision(6))} ms`), { size: 66 });

    function runSeries(value) {
        return data.labels.map((label, run) => ({
            label,
            stroke: color(`--run-${run}`),
            width: 2,
            dash: DASHES[run],
            points: { show: false },
            value: (_, raw) => value(raw),
        }));
    }

    const sloSeries = (label) => ({
        label,
        stroke: color("--faint"),
        width: 1.5,
        dash: [4, 4],
        points: { show: false },
        value: (_, raw) => msText(raw),
    });

    /** So that a cut-out of the page still says what it is of. */
    function watermark(chart) {
        if (!data.simulator) return;
        const { ctx, bbox } = chart;
        ctx.save();
        ctx.globalAlpha = 0.12;
        ctx.fillStyle = color("--ink");
        ctx.textAlign = "center";
        ctx.textBaseline = "middle";
        ctx.font = `bold ${Math.round(bbox.width / 9)}px sans-serif`;
        ctx.translate(bbox.left + bbox.width / 2, bbox.top + bbox.height / 2);
        ctx.rotate(-0.12);
        ctx.fillText("SIMULATOR", 0, 0);
        ctx.restore();
    }

    const charts = [];

    function draw(id, columns, options) {
        const element = document.getElementById(id);
        if (columns[0].length < 2) {
            element.textContent = "Too few values for a chart.";
            element.style.minHeight = "0";
            return;
        }
        const size = () => ({ width: element.clientWidth, height: element.clientWidth < 560 ? 260 : 340 });
        const chart = new uPlot(
            {
                ...size(),
                hooks: { draw: [watermark] },
                cursor: { drag: { x: true, y: false } },
                legend: { markers: { dash: (_, index) => ((options.series[index].dash ?? []).length > 0 ? "dashed" : "solid") } },
                ...options,
            },
            columns,
            element,
        );
        charts.push({ chart, size });
    }

    /** Equal steps to the right of p90, and as many labels between as there is room for. */
    function percentileSplits(chart, _, least, greatest) {
        const shown = chart.width < 560 ? PERCENTILES.filter((percentile) => percentile !== 0 && percentile !== 95) : PERCENTILES;
        return shown.map(ninesOf).filter((x) => x >= least && x <= greatest + 1e-9);
    }

    function percentiles() {
        const [x, ...runs] = data.percentiles;
        const bound = (nines) =>
            nines <= ninesOf(95) + 1e-9 ? data.slo.p95Ms : nines <= ninesOf(99) + 1e-9 ? data.slo.p99Ms : null;
        draw("percentiles", [x, ...runs, x.map(bound)], {
            scales: { x: { time: false }, y: { distr: 3 } },
            axes: [axis((nines) => `p${percentileOf(nines)}`, { splits: percentileSplits }), msAxis()],
            series: [{ label: "percentile", value: (_, raw) => (raw == null ? "–" : `p${percentileOf(raw)}`) }, ...runSeries(msText), sloSeries("SLO")],
        });
    }

    function distribution() {
        const area = (series, run) => ({ ...series, fill: `${color(`--run-${run}`)}22`, paths: uPlot.paths.stepped({ align: 1 }) });
        draw("distribution", data.distribution, {
            scales: { x: { time: false, distr: 3 }, y: { range: (_, __, greatest) => [0, greatest * 1.05] } },
            axes: [msAxis(), axis((share) => `${share} %`, { size: 56 })],
            series: [
                { label: "latency", value: (_, raw) => msText(raw) },
                ...runSeries((share) => (share == null ? "–" : `${share.toFixed(2)} %`)).map(area),
            ],
        });
    }

    const timeAxis = () => axis(timeText, { incrs: [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200] });
    const timeSeries = () => ({ label: "time", value: (_, raw) => timeText(raw) });

    function latencyOverTime(id, bound) {
        const [x, ...runs] = data[id];
        draw(id, [x, ...runs, ...(bound === undefined ? [] : [x.map(() => bound)])], {
            scales: { x: { time: false }, y: { distr: 3 } },
            axes: [timeAxis(), msAxis()],
            series: [timeSeries(), ...runSeries(msText), ...(bound === undefined ? [] : [sloSeries("SLO")])],
        });
    }

    function rates(columns, run) {
        const line = (label, stroke, width, more) => ({
            label,
            stroke,
            width,
            points: { show: false },
            value: (_, raw) => countText(raw),
            ...more,
        });
        draw(`rates-${run}`, columns, {
            scales: { x: { time: false }, y: { range: (_, __, greatest) => [0, Math.max(1, greatest * 1.1)] } },
            axes: [timeAxis(), axis(countText, { size: 60 })],
            series: [
                timeSeries(),
                line("asked for", color("--faint"), 5, { alpha: 0.45 }),
                line("sent", color("--ink"), 1.5, { dash: [5, 4] }),
                line("answered", color(`--run-${run}`), 2),
                line("errors", color("--error"), 1, { fill: color("--error") }),
            ],
        });
    }

    function drawAll() {
        for (const { chart } of charts.splice(0)) chart.destroy();
        percentiles();
        distribution();
        latencyOverTime("p99", data.slo.p99Ms);
        latencyOverTime("p50");
        data.rates.forEach(rates);
    }

    drawAll();
    window.addEventListener("resize", () => {
        for (const { chart, size } of charts) chart.setSize(size());
    });
    matchMedia("(prefers-color-scheme: dark)").addEventListener("change", drawAll);
})();
