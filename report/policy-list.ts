import type { Relaxation } from "../policy/relaxations";
import { code, count, folded, plain } from "./markdown";
import type { Report } from "./report";
import type { Finding, Verdict } from "./verdicts";

/** Findings of one policy that are printed without a click. */
const MAX_FINDINGS = 3;

/** Advice that is printed without a click. */
const MAX_ADVICE = 3;

const EXPLAIN = "`npm run explain -- <policy>` says why, and how to satisfy it.";

export function policySection({ verdicts: { violations, policies }, failed, errors }: Report): string {
    const title = "#### Policies";
    if (policies === 0) return `${title}\n\nNo policy ran: this preview says nothing about them.`;
    if (violations.length === 0) {
        const soFar = failed && errors.length > 0 ? " to what there was of the preview" : "";
        return `${title}\n\n${count(policies, "policy", "policies")} ran; none objects${soFar}.`;
    }
    const refusing = violations.filter(({ mandatory }) => mandatory);
    const advice = violations.filter(({ mandatory }) => !mandatory);
    const blocks = [
        ...refusing.map((verdict) => verdictText(verdict, "⛔")),
        ...(advice.length > MAX_ADVICE
            ? [folded(`Advice of ${count(advice.length, "policy", "policies")}`, adviceText(advice))]
            : [adviceText(advice)]),
    ];
    return [title, ...blocks.filter((block) => block !== ""), EXPLAIN].join("\n\n");
}

/** What the pack's config of this stack takes back, so that "none objects" is read for what it is. */
export function relaxedSection(relaxed: readonly Relaxation[]): string | undefined {
    if (relaxed.length === 0) return undefined;
    const lines = relaxed.map(
        ({ policy, now, because }) => `- **${plain(policy)}** (${plain(now)}): ${plain(because)}`,
    );
    return folded(`${count(relaxed.length, "policy is", "policies are")} relaxed for this stack`, lines.join("\n"));
}

function adviceText(advice: readonly Verdict[]): string {
    return advice.map((verdict) => verdictText(verdict, "💡")).join("\n\n");
}

function verdictText(verdict: Verdict, sign: string): string {
    const severity = verdict.severity === undefined ? "" : ` (${plain(verdict.severity)})`;
    const description = verdict.description === undefined ? "" : `: ${plain(verdict.description)}`;
    const lines = verdict.findings.map(findingText);
    const shown = lines.slice(0, MAX_FINDINGS).join("\n");
    const more = lines.slice(MAX_FINDINGS);
    return [
        `${sign} **${plain(verdict.policy)}**${severity}${description}`,
        shown,
        ...(more.length === 0 ? [] : ["", folded(`${more.length} more`, more.join("\n")), ""]),
        ...(verdict.fix === undefined ? [] : [`- Fix: ${plain(verdict.fix)}.`]),
    ].join("\n");
}

function findingText({ resource, message }: Finding): string {
    const said = plain(message).replaceAll("\n", "\n  ");
    return resource === undefined ? `- ${said}` : `- ${code(resource)}: ${said}`;
}

/** What this preview could not find out. */
export function unknownSection(report: Report): string | undefined {
    const { unknown } = report.verdicts;
    const lines = [
        ...(report.failed && report.errors.length > 0
            ? ["The preview stopped at an error: what would have come after it is not in this report."]
            : []),
        ...(report.compared
            ? [
                  "Two graphs were compared: what follows a replacement, such as the instances of a database, is not seen to be replaced.",
              ]
            : []),
        ...(report.unknownProperties === 0
            ? []
            : [`${count(report.unknownProperties, "changed value")} will be known only during the update.`]),
        ...unknown.flatMap(({ policy, findings }) => findings.map((finding) => `${code(policy)}: ${asText(finding)}`)),
    ];
    if (lines.length === 0) return undefined;
    const list = (of: readonly string[]) => of.map((line) => `- ${line}`).join("\n");
    const [shown, more] = [lines.slice(0, MAX_FINDINGS + 2), lines.slice(MAX_FINDINGS + 2)];
    const rest = more.length === 0 ? "" : `\n\n${folded(`${more.length} more`, list(more))}`;
    return `#### Not known\n\n${list(shown)}${rest}`;
}

function asText({ resource, message }: Finding): string {
    const said = plain(message).replaceAll("\n", " ");
    return resource === undefined ? said : `${code(resource)}: ${said}`;
}
