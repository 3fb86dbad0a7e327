import { labelOf } from "./area";
import type { Diagnostic } from "./event-log";
import { code, count, folded, plain } from "./markdown";
import type { Report } from "./report";

/** Lines of one error that are printed. */
const MAX_LINES = 12;

export function errorSection({ errors }: Report): string | undefined {
    if (errors.length === 0) return undefined;
    return ["#### Errors", "", ...errors.map(diagnosticText)].join("\n");
}

export function warningSection({ warnings }: Report): string | undefined {
    if (warnings.length === 0) return undefined;
    return folded(count(warnings.length, "warning"), warnings.map(diagnosticText).join("\n"));
}

function diagnosticText({ urn, message }: Diagnostic): string {
    const lines = message.trim().split("\n");
    const shown = lines.slice(0, MAX_LINES).map(plain);
    const more = lines.length - shown.length;
    const said = [...shown, ...(more > 0 ? [`… ${count(more, "more line")}`] : [])].join("\n  ");
    return urn === undefined || urn === "" ? `- ${said}` : `- ${code(labelOf(urn))}: ${said}`;
}
