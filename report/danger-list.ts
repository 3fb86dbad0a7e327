import { shortType } from "./area";
import type { PropertyChange } from "./changes";
import type { Danger } from "./danger";
import { code, plain, table, value } from "./markdown";
import { COLLECTED_UP_TO, minutesText, SOURCE } from "./minutes";
import { SECRET } from "./property-diff";

/** Properties of one danger that are printed. */
const MAX_PROPERTIES = 3;

/** Names of the verdict. */
const MAX_NAMES = 2;

/** What is in use and does not pass through the change unnoticed, worst first, with the minutes that it takes on AWS. */
export function dangerSection(dangers: readonly Danger[]): string | undefined {
    if (dangers.length === 0) return undefined;
    const rows = merged(dangers).map(({ danger, names }) => [
        `${plain(shortType(danger.change.type))} ${names.map(code).join(", ")}`,
        `**${danger.effect}**`,
        minutesText(danger.minutes),
        because(danger),
    ]);
    return [
        "#### In use",
        "",
        table(["resource", "what happens", "minutes", "because"], rows),
        "",
        `Minutes: usual, and from least to most; * is an estimate. Collected up to ${COLLECTED_UP_TO} (${SOURCE}).`,
    ].join("\n");
}

/** For the verdict: what happens, to which. Dangers are sorted by what happens. */
export function dangerHeadlines(dangers: readonly Danger[]): readonly string[] {
    return [...new Set(dangers.map(({ effect }) => effect))].map((effect) => {
        const names = dangers.filter((danger) => danger.effect === effect).map(({ change }) => code(change.name));
        const shown = names.slice(0, MAX_NAMES).join(", ");
        return `${effect}: ${shown}${names.length > MAX_NAMES ? ` and ${names.length - MAX_NAMES} more` : ""}`;
    });
}

interface Row {
    readonly danger: Danger;
    readonly names: readonly string[];
}

/** One row for what happens to several of a type for the same reason, such as all instances of a database. */
function merged(dangers: readonly Danger[]): readonly Row[] {
    const rows = new Map<string, Row>();
    for (const danger of dangers) {
        const key = [danger.change.type, danger.effect, minutesText(danger.minutes), because(danger)].join(" ");
        const names = rows.get(key)?.names ?? [];
        rows.set(key, { danger, names: [...names, danger.change.name] });
    }
    return [...rows.values()];
}

function because({ properties, because: reason, window }: Danger): string {
    const shown = properties.slice(0, MAX_PROPERTIES).map(propertyText);
    const more = properties.length - shown.length;
    const changed = [...shown, ...(more > 0 ? [`${more} more`] : [])].join(", ");
    const waits = window === undefined ? "" : `; waits for its window, ${code(window)}`;
    return `${changed === "" ? "" : `${changed}: `}${plain(reason)}${waits}`;
}

export function propertyText(change: PropertyChange): string {
    if (change.old === undefined && change.new === undefined) return code(change.path);
    if (change.old === SECRET && change.new === SECRET) return `${code(change.path)}: *a secret that changes*`;
    return `${code(change.path)} ${value(change.old)} → ${value(change.new)}`;
}
