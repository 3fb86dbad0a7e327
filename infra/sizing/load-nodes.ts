import { instanceType } from "../facts/ec2-instance-types";
import type { NodeChoice, PoolProblem, PoolSize } from "./nodes";

/** The nodes that measured load comes from, so that it takes nothing from the platform that it measures. */
export interface LoadNodeChoice extends NodeChoice {
    /** As many pods can send: each has a node to itself. */
    readonly maxNodes: number;
}

/** A runner of k6, and beside it the pod that starts all of them. */
const PODS_PER_NODE = 2;

/** The pool of measured load; nothing where none is asked for. */
export interface LoadNodes {
    readonly pools: readonly PoolSize[];
    readonly problems: readonly PoolProblem[];
}

/** One group over all zones, as callers come from all of them. It is empty until a pod of the load waits for it. */
export function loadNodes(choice: LoadNodeChoice | undefined, zones: readonly string[]): LoadNodes {
    if (choice === undefined) return { pools: [], problems: [] };
    const { maxNodes, ...node } = choice;
    if (instanceType(node.instanceType) === undefined)
        return {
            pools: [],
            problems: [{ kind: "unknownInstanceType", pool: "load", instanceType: node.instanceType }],
        };
    const pool = {
        pool: "load",
        ...node,
        groups: [{ key: "all", zones }],
        minPerGroup: 0,
        maxPerGroup: maxNodes,
        podsPerNode: PODS_PER_NODE,
    } as const;
    return { pools: [pool], problems: [] };
}
