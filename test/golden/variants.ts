import { join } from "node:path";
import { projectRoot } from "../../offline/project";
import { valuesForLoad } from "../../perf/in-cluster/chart-values";
import { DEFAULT_API } from "../../perf/in-cluster/place";
import { combinations, LEVELS, type Settings, settingsOf } from "../combinations/factors";

/** The stack large with other values of its selectors. */
export interface Variant {
    /** The values, in words. */
    readonly title: string;
    readonly settings: Settings;
    /** Its golden file, relative to `stacks/golden`. */
    readonly file: string;
    /** Whether what came is named and no more: a combination repeats what its values' own files have in full. */
    readonly namesOnly: boolean;
}

/** Choices that are no selector's: whatever a selector says, they add the same. */
const OTHERS: Readonly<Record<string, Settings>> = {
    // What a measured load in the cluster asks of a stack.
    "nodes-load": { nodes: { load: { maxNodes: 10 } }, values: valuesForLoad(DEFAULT_API) },
};

/** Each value of each selector by itself, those of large left out, then choices that are no selector's, and the combinations. */
export function variants(): readonly Variant[] {
    const values = Object.entries(LEVELS).flatMap(([factor, [, ...others]]) =>
        others.map((value) => ({
            title: `${factor} ${value}`,
            settings: settingsOf({ [factor]: value }),
            file: join("values", `${factor}-${value}.yaml`),
            namesOnly: false,
        })),
    );
    const rows = combinations().map((row, index) => ({
        title: Object.entries(row)
            .map(([factor, value]) => `${factor} ${value}`)
            .join(", "),
        settings: settingsOf(row),
        file: join("combinations", `${String(index + 1).padStart(2, "0")}.yaml`),
        namesOnly: true,
    }));
    const others = Object.entries(OTHERS).map(([name, settings]) => ({
        title: name,
        settings,
        file: join("values", `${name}.yaml`),
        namesOnly: false,
    }));
    return [...values, ...others, ...rows];
}

/** Where the golden graphs lie. */
export const GOLDEN_FOLDER = join(projectRoot, "stacks", "golden");
