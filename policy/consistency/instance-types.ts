import { nodeType } from "../facts/node-types";
import { CannotTell } from "../graph/cannot-tell";

export type Architecture = "amd64" | "arm64";

/** By the `g` behind the generation (`m7g`, `c7gn`), which stands for AWS's own processors; `g5` is a family of GPUs. */
export function architectureOf(instanceType: string): Architecture {
    const [, family, , attributes = ""] = /^([a-z]+)(\d+)([a-z-]*)\./.exec(instanceType) ?? [];
    return family === "a" || attributes.includes("g") ? "arm64" : "amd64";
}

export interface NodeRoom {
    readonly cpuMillis: number;
    readonly memoryMib: number;
}

/** What a node gives to pods, daemon sets included. @throws CannotTell for a type without figures */
export function roomOf(instanceType: string): NodeRoom {
    const room = nodeType(instanceType);
    if (room === undefined) throw new CannotTell(`the CPU and memory of ${instanceType} are not known to this policy`);
    return room;
}
