import type { InstanceType } from "../facts/ec2-instance-types";
import {
    ARM64_MEMORY_OVERHEAD_MIB,
    EVICTION_MEMORY_MIB,
    MAX_PODS_OVER_30_VCPU,
    MAX_PODS_UP_TO_30_VCPU,
    MEMORY_OVERHEAD,
    PREFIX_ADDRESSES,
} from "../facts/eks";
import { DAEMON_SETS } from "./daemon-sets";

/** Room for pods on a node: thousandths of a core, MiB, and a count. */
export interface NodeCapacity {
    readonly cpuMilli: number;
    readonly memoryMib: number;
    readonly pods: number;
}

/**
 * What the kubelet of an AL2023 node in a managed node group reports as allocatable, with prefix delegation. The memory is an
 * estimate on the safe side: AWS publishes no figure for what the kernel sees of it.
 */
export function allocatable(type: InstanceType): NodeCapacity {
    return {
        cpuMilli: type.vcpu * 1000 - kubeReservedCpuMilli(type.vcpu),
        memoryMib: memoryCapacityMib(type) - kubeReservedMemoryMib(type) - EVICTION_MEMORY_MIB,
        pods: maxPods(type),
    };
}

/** What is left of `allocatable` for pods that are no daemon set's. */
export function roomForPods(type: InstanceType): NodeCapacity {
    const node = allocatable(type);
    return DAEMON_SETS.reduce(
        (left, daemon) => ({
            cpuMilli: left.cpuMilli - daemon.cpuMilli,
            memoryMib: left.memoryMib - daemon.memoryMib,
            pods: left.pods - 1,
        }),
        node,
    );
}

/** Shares of the cores that the kubelet reserves: [up to milli-cores, share]. */
const CPU_BANDS = [
    [1000, 0.06],
    [2000, 0.01],
    [4000, 0.005],
    [Number.POSITIVE_INFINITY, 0.0025],
] as const;

function kubeReservedCpuMilli(vcpu: number): number {
    let reserved = 0;
    let from = 0;
    for (const [to, share] of CPU_BANDS) {
        const band = Math.max(0, Math.min(vcpu * 1000, to) - from);
        reserved += Math.floor(band * share);
        from = to;
    }
    return reserved;
}

/** nodeadm reserves for the pods that the interfaces' own addresses would allow, even where prefixes allow others. */
function kubeReservedMemoryMib({ maxEnis, ipv4PerEni }: InstanceType): number {
    return 11 * (maxEnis * (ipv4PerEni - 1) + 2) + 255;
}

function memoryCapacityMib({ arch, memoryMib }: InstanceType): number {
    const base = memoryMib - (arch === "arm64" ? ARM64_MEMORY_OVERHEAD_MIB : 0);
    return base - Math.ceil(base * MEMORY_OVERHEAD);
}

function maxPods({ vcpu, maxEnis, ipv4PerEni }: InstanceType): number {
    const addresses = maxEnis * (ipv4PerEni - 1) * PREFIX_ADDRESSES + 2;
    return Math.min(addresses, vcpu <= 30 ? MAX_PODS_UP_TO_30_VCPU : MAX_PODS_OVER_30_VCPU);
}
