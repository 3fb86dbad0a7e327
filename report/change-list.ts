import { AREAS, type Area, areaOf, shortType } from "./area";
import type { Change, Operation, PropertyChange } from "./changes";
import { propertyText } from "./danger-list";
import { code, count, folded, plain, table } from "./markdown";
import type { Report } from "./report";

const OPERATIONS: readonly Operation[] = ["create", "update", "replace", "delete"];
const SIGNS: Readonly<Record<Operation, string>> = { create: "+", update: "~", replace: "±", delete: "−" };

/** Properties of one resource that are printed. */
const MAX_PROPERTIES = 15;

/** Changes up to which they are printed without a click. */
const MAX_OPEN = 4;

/** The digest of a rendered chart, and the list of its objects while a value is unknown: both follow from something else. */
function isDerived({ path, new: now }: PropertyChange): boolean {
    return path === "checksum" || (path === "resourceNames" && now === undefined);
}

export function changesSection({ changes }: Report): string | undefined {
    if (changes.length === 0) return undefined;
    const areas = AREAS.filter((area) => changes.some(({ urn }) => areaOf(urn) === area));
    const rows = areas.map((area) => [area, ...OPERATIONS.map((operation) => cell(changes, area, operation))]);
    const lists = areas.map((area) => areaList(area, changes));
    const list = lists.join("\n\n");
    return [
        "#### Changes",
        table(["area", "create", "change", "replace", "delete"], rows),
        changes.length <= MAX_OPEN ? list : folded(`All ${changes.length} changes`, list),
    ].join("\n\n");
}

function cell(changes: readonly Change[], area: Area, operation: Operation): string {
    const number = changes.filter((change) => change.operation === operation && areaOf(change.urn) === area).length;
    return number === 0 ? "" : String(number);
}

function areaList(area: Area, changes: readonly Change[]): string {
    const own = changes.filter(({ urn }) => areaOf(urn) === area);
    const sorted = OPERATIONS.toReversed().flatMap((operation) =>
        own.filter((change) => change.operation === operation),
    );
    return [`**${area}**`, ...sorted.map(changeText)].join("\n");
}

function changeText(change: Change): string {
    const head = `- ${SIGNS[change.operation]} ${plain(shortType(change.type))} ${code(change.name)}`;
    const properties = change.properties.filter((property) => !isDerived(property));
    const lines = properties
        .slice(0, MAX_PROPERTIES)
        .map((property) => `  - ${propertyText(property)}${property.replaces ? " **replaces**" : ""}`);
    const more = properties.length - lines.length;
    return [head, ...lines, ...(more > 0 ? [`  - ${count(more, "more property", "more properties")}`] : [])].join("\n");
}
