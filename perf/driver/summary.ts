import Table from "cli-table3";
import type { Measured, Result } from "../results/result";
import { SLO, sloProblems } from "../workload/slo";

const PERCENTILES = ["p50", "p90", "p95", "p99", "p999", "max"] as const;

/** What a run prints when it has ended. */
export function summary(result: Result): string {
    const { scenario, status, target, remarks, rates, load } = result;
    const perSecond = (rate: number) => `${rate.toLocaleString("en-US", { maximumFractionDigits: 1 })}/s`;
    return [
        `${scenario}: ${status}, target: ${target.kind} ${target.url}`,
        ...(target.kind === "simulator" ? ["These figures are of the tools, and not of the product."] : []),
        ...remarks.map((remark) => `Remark: ${remark}`),
        figures(result),
        `Asked for ${perSecond(rates.scheduled)}, sent ${perSecond(rates.sent)}, answered ${perSecond(rates.answered)}; ${load.seconds} s planned, and ${load.warmUpSeconds} s of warm-up before.`,
        ...Object.entries(result.totals.errors).map(([reason, count]) => `Errors: ${count} x ${reason}`),
        sloText(result),
    ].join("\n");
}

/** Milliseconds from the intended start. */
function figures(result: Result): string {
    const table = new Table({
        head: ["ms", ...PERCENTILES, "requests", "errors", "429", "degraded"],
        colAligns: ["left", ...PERCENTILES.map(() => "right" as const), "right", "right", "right", "right"],
        style: { head: [], border: [] },
    });
    const kinds = Object.entries(result.byKind);
    const parts: [string, Measured][] = kinds.length > 1 ? [...kinds, ["all", result]] : [["all", result]];
    for (const [name, { latencyMs, totals }] of parts)
        table.push([
            kinds.length === 1 ? (kinds[0]?.[0] ?? name) : name,
            ...PERCENTILES.map((percentile) => latencyMs[percentile].toFixed(1)),
            String(totals.sent),
            String(totals.outcomes.error),
            String(totals.outcomes["rate-limited"] + totals.outcomes["quota-exhausted"]),
            String(totals.outcomes.degraded),
        ]);
    return table.toString();
}

/** The objectives are of decisions, where there were any. */
export function sloOf(result: Result): readonly string[] {
    return result.totals.answered === 0 ? ["nothing was answered."] : sloProblems(result.byKind.recommend ?? result);
}

function sloText(result: Result): string {
    const problems = sloOf(result);
    if (problems.length === 0) return `SLO kept (${SLO.source}).`;
    return `SLO broken (${SLO.source}):\n${problems.map((problem) => `  ${problem}`).join("\n")}`;
}
