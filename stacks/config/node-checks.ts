import { INSTANCE_TYPES, type InstanceType, instanceType } from "../../infra/facts/ec2-instance-types";
import { MAX_NODES_PER_GROUP } from "../../infra/facts/eks";
import { roomForPods } from "../../infra/sizing/node-capacity";
import type { PoolProblem } from "../../infra/sizing/nodes";
import type { PodRequest } from "../../infra/sizing/packing";
import type { PlatformSize } from "../../infra/sizing/platform";
import { POOLS, type Workload } from "../../infra/sizing/workload";
import { oneOf, problem } from "./problem";
import type { StackSettings } from "./schema";

/** Node types that are unknown, of another architecture than the images, or too small for a pod; groups beyond EKS's bounds. */
export function nodeProblems({ nodes, images }: StackSettings, size: PlatformSize): readonly string[] {
    const architecture = POOLS.flatMap((pool) => {
        const type = instanceType(nodes[pool].instanceType);
        if (type === undefined || type.arch === images.architecture) return [];
        return [
            problem(
                `kaireon:nodes.${pool}.instanceType`,
                type.name,
                `it is ${type.arch}, and kaireon:images.architecture is ${images.architecture}`,
                `Take an ${images.architecture} type, or images that are built for ${type.arch}`,
            ),
        ];
    });
    const groups = size.pools
        .filter((pool) => pool.maxPerGroup > MAX_NODES_PER_GROUP)
        .map((pool) =>
            problem(
                `kaireon:nodes.${pool.pool}.instanceType`,
                pool.instanceType,
                `a node group would need ${pool.maxPerGroup} nodes and EKS allows ${MAX_NODES_PER_GROUP}`,
                "Take a larger type, or lower the maximum replicas in kaireon:values",
            ),
        );
    return [...size.poolProblems.map(poolProblem), ...architecture, ...groups];
}

/** Limits that no node of the pool can honour: the pod would be throttled, or killed for memory, below its limit. */
export function nodeWarnings({ nodes }: StackSettings, workload: Workload): readonly string[] {
    return workload.tiers.flatMap((tier) => {
        const type = instanceType(nodes[tier.pool].instanceType);
        if (type === undefined || !tier.enabled) return [];
        const limit = { cpuMilli: tier.limitCpuMilli ?? 0, memoryMib: tier.limitMemoryMib ?? 0 };
        if (fits(type, limit) || !fits(type, tier)) return [];
        return [
            problem(
                `kaireon:nodes.${tier.pool}.instanceType`,
                type.name,
                `a pod of ${tier.tier} may use ${amount(limit)}, and the node has ${amount(roomForPods(type))} for pods`,
                `Take ${largerType(type, limit)}, or lower ${tier.tier}.resources.limits in kaireon:values`,
            ),
        ];
    });
}

function poolProblem(found: PoolProblem): string {
    const key = `kaireon:nodes.${found.pool}.instanceType`;
    if (found.kind === "unknownInstanceType") {
        const family = found.instanceType.split(".")[0];
        const siblings = INSTANCE_TYPES.filter((name) => name.startsWith(`${family}.`));
        const families = [...new Set(INSTANCE_TYPES.map((name) => name.split(".")[0]))];
        return problem(
            key,
            found.instanceType,
            "its cores, memory and addresses are not known",
            siblings.length > 0 ? `Take ${oneOf(siblings)}` : `Take a type of ${oneOf(families)}`,
        );
    }
    const { tier, room } = found;
    const type = instanceType(found.instanceType);
    return problem(
        key,
        found.instanceType,
        `a pod of ${tier.tier} requests ${amount(tier)}, and the node has ${amount(room)} for pods`,
        `Take ${type ? largerType(type, tier) : "a larger type"}, or lower ${tier.tier}.resources.requests in kaireon:values`,
    );
}

function fits(type: InstanceType, pod: PodRequest): boolean {
    const room = roomForPods(type);
    return pod.cpuMilli <= room.cpuMilli && pod.memoryMib <= room.memoryMib;
}

/** The smallest type of the same family that has room for the pod. */
function largerType(type: InstanceType, pod: PodRequest): string {
    const family = type.name.split(".")[0];
    const sizes = INSTANCE_TYPES.filter((name) => name.startsWith(`${family}.`)).map(instanceType);
    const large = sizes.find((size) => size !== undefined && fits(size, pod));
    return large ? `${large.name} or a larger type` : "a type of another family";
}

function amount({ cpuMilli, memoryMib }: PodRequest): string {
    return `${cpuMilli / 1000} cores and ${memoryMib} MiB`;
}
