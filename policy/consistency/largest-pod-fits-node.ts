import { memoryMib } from "../graph/quantity";
import type { Tier } from "../graph/tiers";
import { releasePolicy } from "../policy";
import { roomOf } from "./instance-types";
import { instanceTypesOf } from "./node-groups";
import { groupsFor } from "./tier-placement";

export const largestPodFitsNode = releasePolicy({
    id: "largest-pod-fits-node",
    title: "One pod of every tier fits the smallest node it may run on, beside the daemon sets",
    why: "A pod that is larger than a node stays Pending although the autoscaler adds nodes; a memory limit beyond the node gets its neighbours killed.",
    fix: "Choose a larger instance type, or lower the tier's requests and memory limit",
    severity: "high",
    pitfalls: ["P-SCHED-04"],
    links: ["https://docs.aws.amazon.com/eks/latest/userguide/choosing-instance-type.html"],
    settings: {
        daemonSetCpuMillis: {
            description: "CPU that daemon sets request on each node, in thousandths",
            default: 180,
            minimum: 0,
        },
        daemonSetMemoryMib: {
            description: "Memory that daemon sets request on each node, in MiB",
            default: 120,
            minimum: 0,
        },
    },
    check: (release, stack, report, { daemonSetCpuMillis, daemonSetMemoryMib }) => {
        report.each(
            release.tiers.filter((tier) => tier.enabled),
            (tier) =>
                report.each(groupsFor(tier, stack), (group) => {
                    for (const type of instanceTypesOf(group, stack)) {
                        const node = roomOf(type);
                        const room = {
                            cpuMillis: node.cpuMillis - daemonSetCpuMillis,
                            memoryMib: node.memoryMib - daemonSetMemoryMib,
                        };
                        const problem = tooLarge(tier, room);
                        if (problem === undefined) continue;
                        report.violation(
                            `${release.label}: ${problem}, but a node of ${group.label} (${type}) has room for ${room.cpuMillis}m CPU and ` +
                                `${room.memoryMib}Mi beside the daemon sets. Choose a larger instance type, or lower it.`,
                            release.resource,
                        );
                        return;
                    }
                }),
        );
    },
});

function tooLarge(tier: Tier, room: { readonly cpuMillis: number; readonly memoryMib: number }): string | undefined {
    const { path } = tier.values;
    if ((tier.requestedCpuMillis ?? 0) > room.cpuMillis)
        return `${path}.resources.requests.cpu is ${tier.values.text("resources.requests.cpu")}`;
    if ((tier.requestedMemoryMib ?? 0) > room.memoryMib)
        return `${path}.resources.requests.memory is ${tier.values.text("resources.requests.memory")}`;
    const limit = tier.values.text("resources.limits.memory");
    if (limit !== undefined && memoryMib(limit) > room.memoryMib) return `${path}.resources.limits.memory is ${limit}`;
    return undefined;
}
