import { awsRows } from "../offline/stand-ins/aws/rows";
import { kinds, RELEASE } from "../offline/stand-ins/kubernetes/kinds";
import type { PropertyMap } from "../offline/stand-ins/protocol/values";
import { randomRows } from "../offline/stand-ins/random/rows";
import { diffInputs } from "../offline/stand-ins/resources/diff";
import type { ResourceRow } from "../offline/stand-ins/resources/row";

/** Which changed properties a resource does not survive, as the stand-in of its provider has it. */
export function replacingPaths(
    type: string,
    oldInputs: PropertyMap,
    inputs: PropertyMap,
    ignoreChanges: readonly string[],
): readonly string[] {
    const { changes } = diffInputs(rowOf(type), { oldInputs, inputs, ignoreChanges });
    return Object.entries(changes).flatMap(([path, { replace }]) => (replace ? [path] : []));
}

function rowOf(type: string): Pick<ResourceRow, "replaceOn" | "replaceWhen"> {
    const row = awsRows[type] ?? randomRows[type];
    if (row !== undefined) return row;
    if (type === RELEASE) return { replaceOn: ["name", "namespace"] };
    return { replaceOn: ["metadata.name", "metadata.namespace", ...(kinds[type]?.replaceOn ?? [])] };
}
