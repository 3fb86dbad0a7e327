import type { Relaxation } from "../policy/relaxations";
import { changesSection } from "./change-list";
import { dangerHeadlines, dangerSection } from "./danger-list";
import { errorSection, warningSection } from "./diagnostic-list";
import { count, plain } from "./markdown";
import { policySection, relaxedSection, unknownSection } from "./policy-list";
import type { Report } from "./report";

/** GitHub takes 65,536 characters in a comment; some room for a note. */
const MAX_COMMENT_LENGTH = 65_000;

const CUT = "\n\n*Cut here: GitHub takes no longer comment. The preview's own log has the rest.*\n";

/**
 * The comment in Markdown: the verdict, then what is dangerous, what policies say, what is not known, and the changes by area.
 *
 * @param note where the preview came from, in a sentence
 * @param relaxed what the policies do not ask of this stack
 */
export function comment(report: Report, note?: string, relaxed: readonly Relaxation[] = []): string {
    const sections = [
        `### ${headline(report)}`,
        [summary(report), ...(note === undefined ? [] : [plain(note)])].join(" "),
        errorSection(report),
        dangerSection(report.dangers),
        policySection(report),
        relaxedSection(relaxed),
        unknownSection(report),
        changesSection(report),
        warningSection(report),
    ];
    const text = `${sections.filter((section) => section !== undefined).join("\n\n")}\n`;
    return text.length <= MAX_COMMENT_LENGTH ? text : cut(text);
}

/** The comment when there is no report to be made, so that an older one does not stay. */
export function failureComment(problem: string): string {
    return `### ⛔ There is no preview\n\n${plain(problem)}\n\nThe log of the check has more.\n`;
}

/** At the end of a line, and with every fold closed again. */
function cut(text: string): string {
    const kept = text.slice(0, text.lastIndexOf("\n", MAX_COMMENT_LENGTH - CUT.length - 100));
    const open = kept.split("<details>").length - kept.split("</details>").length;
    return `${kept}${"\n\n</details>".repeat(open)}${CUT}`;
}

/** The verdict in one line. */
function headline(report: Report): string {
    const { dangers, verdicts } = report;
    const refusing = verdicts.violations.filter(({ mandatory }) => mandatory).length;
    const said = [
        ...(refusing === 0 ? [] : [`${count(refusing, "policy refuses", "policies refuse")} it`]),
        ...(report.failed && refusing === 0 ? ["the preview fails"] : []),
        ...dangerHeadlines(dangers),
    ];
    const sign = report.failed || refusing > 0 ? "⛔" : said.length > 0 ? "⚠️" : "✅";
    const verdict = said.length > 0 ? said.join("; ") : calm(report);
    return `${sign} ${plain(report.stack ?? "stack")}: ${verdict}`;
}

function calm({ changes, verdicts }: Report): string {
    const policies = verdicts.policies === 0 ? "no policy ran" : "policies pass";
    if (changes.length === 0) return `nothing changes; ${policies}`;
    return `${count(changes.length, "change")}, nothing in use is disturbed; ${policies}`;
}

function summary({ changes, unchanged, compared }: Report): string {
    const of = (operation: string) => changes.filter((change) => change.operation === operation).length;
    const versus = compared ? "Compared with the base's graph: " : "";
    return `${versus}**${of("create")}** to create, **${of("update")}** to change, **${of("replace")}** to replace, **${of("delete")}** to delete; ${unchanged} unchanged.`;
}
