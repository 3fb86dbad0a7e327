import { readdirSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../offline/project";
import type { Settings } from "../combinations/factors";
import { differenceOf, type Graph, withNamesAlone } from "./difference";
import { asYaml, goldenGraph, Previews } from "./preview-graph";
import { GOLDEN_FOLDER, variants } from "./variants";

/** One golden file and the preview that makes it. */
export interface Golden {
    readonly title: string;
    /** Absolute path. */
    readonly file: string;
    readonly stack: string;
    readonly settings: Settings;
    /** The file's content; of a variant it is the difference to the file of large, which must be there. */
    readonly content: (graph: Graph) => string;
}

/** What became of one golden file's preview. */
export interface Outcome {
    readonly golden: Golden;
    /** Absent when the preview failed. */
    readonly content?: string;
    /** What the policies say, or why the preview failed. */
    readonly problems: readonly string[];
}

/** The committed stacks, whole. */
export function stackGoldens(): readonly Golden[] {
    const stacks = readdirSync(projectRoot).flatMap((name) => /^Pulumi\.([\w-]+)\.yaml$/.exec(name)?.[1] ?? []);
    return stacks.sort().map((stack) => ({
        title: `stack ${stack}`,
        file: join(GOLDEN_FOLDER, `${stack}.yaml`),
        stack,
        settings: {},
        content: asYaml,
    }));
}

/** Large with every value of every selector, and with combinations of them. */
export function variantGoldens(): readonly Golden[] {
    return variants().map(({ title, settings, file, namesOnly }) => ({
        title,
        file: join(GOLDEN_FOLDER, file),
        stack: "large",
        settings,
        content: (graph) => {
            const difference = differenceOf(goldenGraph("large"), graph);
            return `# large with ${title}\n${asYaml(namesOnly ? withNamesAlone(difference) : difference)}`;
        },
    }));
}

/** Previews that run at the same time: more of them only wait for the processor. */
const SIDE_BY_SIDE = 2;

/** Makes golden files, in any order. One that fails stops no other. */
export async function makeGoldens(goldens: readonly Golden[], done: (outcome: Outcome) => void): Promise<void> {
    const waiting = [...goldens];
    const work = async () => {
        const previews = new Previews();
        try {
            for (let golden = waiting.shift(); golden !== undefined; golden = waiting.shift()) {
                done(await make(previews, golden));
            }
        } finally {
            previews.remove();
        }
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, work));
}

async function make(previews: Previews, golden: Golden): Promise<Outcome> {
    try {
        const { graph, violations } = await previews.preview(golden.stack, golden.settings);
        return { golden, content: golden.content(graph), problems: violations };
    } catch (problem) {
        return { golden, problems: [problem instanceof Error ? problem.message : String(problem)] };
    }
}
