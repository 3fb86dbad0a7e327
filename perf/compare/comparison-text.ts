import Table from "cli-table3";
import type { Comparison } from "./compare";
import type { Judgement } from "./judge";
import { GATE } from "./measure";
import type { MeasuredRun } from "./measured-run";
import { ALPHA } from "./noise";
import { arrangements } from "./permutation";

const CONFIDENCE = `${Math.round((1 - ALPHA) * 100)} %`;

/** What `compare` prints. */
export function comparisonText(comparison: Comparison): string {
    const { scenario, targetKind, baseline, candidate, changes, judgements, verdict } = comparison;
    const lines = [
        ...(targetKind === "simulator" ? ["TARGET: SIMULATOR. No figure of the product.", ""] : []),
        `${scenario}: ${count(baseline, "baseline run")} against ${count(candidate, "candidate run")} (${GATE.source})`,
        ...named("baseline", baseline),
        ...named("candidate", candidate),
        "",
        table(judgements),
        "",
        ...judgements.flatMap((judgement) => sentences(judgement, baseline.length, candidate.length)),
        ...noisePreamble(baseline.length, candidate.length),
        changes.length === 0 ? "Nothing else differs between the sides." : "What differs between the sides:",
        ...changes.map((change) => `  ${change}`),
        "",
        `Verdict: ${verdict}`,
    ];
    return `${lines.join("\n")}\n`;
}

function named(side: string, runs: readonly MeasuredRun[]): string[] {
    return runs.map(({ path }) => `  ${side.padEnd(9)} ${path}`);
}

function table(judgements: readonly Judgement[]): string {
    const rows = new Table({
        head: ["requests", "measure", "baseline", "candidate", "change", "may rise by", "noise floor", "p", "verdict"],
        style: { head: [], border: [] },
    });
    for (const { measure, baseline, candidate, change, noise, pValue, verdict } of judgements)
        rows.push([
            measure.of,
            measure.name,
            measure.valueText(baseline),
            measure.valueText(candidate),
            measure.changeText(change),
            measure.changeText(measure.limit),
            Number.isFinite(noise.floor) ? measure.changeText(noise.floor) : "not known",
            pValue === null ? "-" : pValue.toFixed(3),
            verdict,
        ]);
    return rows.toString();
}

/** What has to be said of one measure beside its row. */
function sentences(judgement: Judgement, baselineRuns: number, candidateRuns: number): string[] {
    const { measure, change, noise, pValue, verdict } = judgement;
    const what = `${measure.name}${measure.of === "all" ? "" : ` of ${measure.of}`}`;
    const by = measure.changeText(change);
    if (verdict === "fail")
        return [
            pValue === null
                ? `${what}: ${by}, beyond the gate and the noise floor. No confidence can be stated: ${tooFew(baselineRuns, candidateRuns)}`
                : `${what}: ${by}, a regression beyond noise with ${CONFIDENCE} (permutation test, p = ${pValue.toFixed(3)}).`,
        ];
    if (verdict === "inconclusive") return [`${what}: ${by}, beyond the gate but within noise. ${moreRuns(judgement)}`];
    if (noise.floor > measure.limit)
        return [
            `${what}: passes, but the noise floor is ${Number.isFinite(noise.floor) ? measure.changeText(noise.floor) : "not known"}: a regression of the gate's size could not be told from it.`,
        ];
    return [];
}

function moreRuns({ runsNeeded }: Judgement): string {
    return typeof runsNeeded === "number"
        ? `About ${runsNeeded} runs on each side would tell.`
        : "No reasonable number of runs would tell: find what makes them differ.";
}

function noisePreamble(baselineRuns: number, candidateRuns: number): string[] {
    return baselineRuns > 1 || candidateRuns > 1
        ? []
        : [
              "A single run on each side: the noise floor is of the number of answers alone, with 95 %. How much whole runs differ is not known.",
          ];
}

function tooFew(baselineRuns: number, candidateRuns: number): string {
    return `${baselineRuns} and ${candidateRuns} runs give no p-value below 1 in ${arrangements(baselineRuns, candidateRuns)}; 3 and 3 do.`;
}

function count(runs: readonly unknown[], what: string): string {
    return `${runs.length} ${what}${runs.length === 1 ? "" : "s"}`;
}
