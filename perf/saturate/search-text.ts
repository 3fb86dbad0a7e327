import type { Mix } from "../workload/scenario";
import { crossingsText } from "./first-crossing";
import type { SearchFile } from "./search-file";
import { type Step, shownBroken } from "./step";

/** One line of progress. */
export function stepText(step: Step): string {
    const { rate, verdict, p95Ms, p99Ms, errorRate, broken, remarks } = step;
    const why = broken.length > 0 && verdict === "broke" ? `: ${broken.map(shownBroken).join(", ")}` : "";
    const said = verdict === "held" || verdict === "broke" ? "" : `: ${remarks.join(" ") || "see the step"}`;
    return `${rate}/s ${verdict}${why}${said} (p95 ${p95Ms.toFixed(1)} ms, p99 ${p99Ms.toFixed(1)} ms, errors ${(errorRate * 100).toFixed(2)} %)`;
}

/** What the search says at its end, with what the stack and the policies take of it. */
export function searchText(search: SearchFile, mix: Mix, decisionsPerSecond?: number): string {
    const { finding, target, metrics, steps } = search;
    if (finding === null) return `The search is not at its end: ${steps.length} steps are kept. Go on with --resume.`;
    const nothing = { crossed: [], given: [], missing: [] };
    const parts = [
        ...(target.kind === "simulator"
            ? ["target: simulator. These are figures of the tools, never of the product."]
            : []),
        finding.text,
        ...(finding.broken.length === 0 ? [] : [crossingsText(metrics ?? nothing)]),
        ...podText(search, mix),
        snippets(search, mix, decisionsPerSecond).join("\n"),
    ];
    return parts.filter((part) => part !== "").join("\n\n");
}

function podText({ finding, pods }: SearchFile, mix: Mix): readonly string[] {
    if (finding === null || finding.sustained === null) return [];
    if (pods === null) return ["Requests a second per pod: not computed. Give --pods or --environment, with --resume."];
    if (finding.requestsPerPod === null) return [];
    const least = finding.isKnee ? "" : "at least ";
    const note = isDecisions(mix) ? "" : `, of the mix ${JSON.stringify(mix)}`;
    return [
        `Requests a second per pod: ${least}${finding.requestsPerPod} (${finding.sustained}/s on ${pods} pods${note}).`,
    ];
}

/** A target rate counts decisions: only a load of nothing else measures what it takes. */
function isDecisions(mix: Mix): boolean {
    return mix.recommend === 1;
}

function snippets(
    { finding, startedAt, pods, target }: SearchFile,
    mix: Mix,
    decisionsPerSecond?: number,
): readonly string[] {
    const perPod = finding?.requestsPerPod ?? 0;
    if (finding === null || finding.requestsPerPod === null) return [];
    if (!finding.counts) return ["Nothing of it belongs into a stack's settings."];
    if (!isDecisions(mix))
        return ["The stack's target counts decisions: measure with --scenario-mix recommend for its settings."];
    if (perPod < 1)
        return ["A pod serves less than one request a second: that is no figure to size by. See what broke."];
    const because = `measured on ${startedAt.slice(0, 10)}: ${finding.sustained}/s within the SLO on ${pods} pods of ${target.url}`;
    const policy = {
        "api-pods-serve-the-target-rate": { decisionsPerSecond, decisionsPerPod: perPod, because },
    };
    return [
        "In Pulumi.<stack>.yaml, under config:",
        "",
        "    kaireon:sizing:",
        `        requestsPerPod: ${perPod}`,
        "",
        `In the policy pack's config${decisionsPerSecond === undefined ? ", with decisionsPerSecond as kaireon:target has it" : ""}:`,
        "",
        ...JSON.stringify(policy, null, 4)
            .split("\n")
            .map((line) => `    ${line}`),
    ];
}
