import { CannotTell } from "../graph/cannot-tell";

export type Architecture = "amd64" | "arm64";

/** GiB of memory per vCPU by the family's letter. Source: https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html */
const GIB_PER_VCPU: Readonly<Record<string, number>> = { c: 2, m: 4, r: 8 };

/** The burstable sizes do not follow the families' rule. */
const BURSTABLE_GIB: Readonly<Record<string, number>> = { medium: 4, large: 8, xlarge: 16, "2xlarge": 32 };

const SHAPE = /^([a-z]+)(\d+)([a-z-]*)\.(\d*)(medium|large|xlarge)$/;

/** By the `g` behind the generation (`m7g`, `c7gn`), which stands for AWS's own processors; `g5` is a family of GPUs. */
export function architectureOf(instanceType: string): Architecture {
    const [, family, , attributes = ""] = /^([a-z]+)(\d+)([a-z-]*)\./.exec(instanceType) ?? [];
    return family === "a" || attributes.includes("g") ? "arm64" : "amd64";
}

export interface NodeSize {
    readonly cpuMillis: number;
    readonly memoryMib: number;
}

/** What EC2 gives an instance of a general, compute or memory type. @throws CannotTell for others */
export function sizeOf(instanceType: string): NodeSize {
    const [, family = "", , , times = "", size = ""] = SHAPE.exec(instanceType) ?? [];
    const vcpu = size === "medium" ? 1 : size === "large" ? 2 : 4 * Number(times || "1");
    if (family === "t") {
        const gib = BURSTABLE_GIB[`${times}${size}`];
        if (gib !== undefined) return { cpuMillis: Math.max(vcpu, 2) * 1000, memoryMib: gib * 1024 };
    }
    const ratio = GIB_PER_VCPU[family];
    if (ratio === undefined) throw new CannotTell(`the CPU and memory of ${instanceType} are not known to this policy`);
    return { cpuMillis: vcpu * 1000, memoryMib: vcpu * ratio * 1024 };
}

/**
 * What the kubelet leaves to pods: a share of the cores, what nodeadm reserves for up to 110 pods, and what hypervisor and kernel keep
 * of the nominal memory. A little less than AWS's own figure, so that what fits here fits there.
 */
export function allocatableOf(instanceType: string): NodeSize {
    const { cpuMillis, memoryMib } = sizeOf(instanceType);
    const reservedMib = Math.min(11 * 110 + 255, memoryMib * 0.25) + 100;
    return { cpuMillis: cpuMillis - 60 - cpuMillis / 200, memoryMib: Math.floor(memoryMib * 0.925 - reservedMib) };
}
