import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type { GraphNode } from "../../test/golden/graph";
import { goldenFile } from "../../test/golden/preview-graph";

/** A resource of a golden graph. */
export interface GoldenResource extends GraphNode {
    /** Such as `aws:rds/cluster:Cluster`. */
    readonly type: string;
    readonly name: string;
}

/** The recorded graph of a stack, see `npm run golden`. */
export function goldenGraph(stack: string): readonly GoldenResource[] {
    const graph: Readonly<Record<string, GraphNode>> = parse(readFileSync(goldenFile(stack), "utf8"));
    return Object.entries(graph).map(([label, node]) => {
        const end = label.indexOf(" ");
        return { ...node, type: label.slice(0, end), name: label.slice(end + 1) };
    });
}
