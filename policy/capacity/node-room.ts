import type { Stack } from "../graph/stack";
import type { ValuesOf } from "../settings";
import { leastNode, type NodePool, takesAnyPod } from "./node-pool";
import type { NodeRoom, Room } from "./packing";

/** What the pack cannot read off a stack: pods of EKS add-ons and of other charts. */
export const nodeSettings = {
    daemonPods: { description: "Daemon sets' pods on a node", default: 4, minimum: 0 },
    daemonCpuMillis: {
        description:
            "What they request together, in thousandths of a core: aws-node 50, kube-proxy 100, ebs-csi-node 30",
        default: 180,
        minimum: 0,
    },
    daemonMemoryMib: { description: "What they request together, in MiB: ebs-csi-node 120", default: 120, minimum: 0 },
    controllerPods: {
        description: "Pods of add-ons and controllers, all on the untainted node groups, one of them of an update",
        default: 23,
        minimum: 0,
    },
    controllerCpuMillis: {
        description: "What one of them requests, in thousandths of a core",
        default: 80,
        minimum: 0,
    },
    controllerMemoryMib: { description: "What one of them requests, in MiB", default: 190, minimum: 0 },
} as const;

export type NodeSettings = ValuesOf<typeof nodeSettings>;

const ADDON = "aws:eks/addon:Addon";

/** What a node of the pool has for pods that are no daemon set's, on the smallest type of its groups. */
export function roomForPods(pool: NodePool, stack: Stack, settings: NodeSettings): NodeRoom {
    const nodes = pool.groups.map((group) => leastNode(group, stack));
    const prefixes = delegatesPrefixes(stack);
    return {
        cpuMillis: Math.min(...nodes.map(({ cpuMillis }) => cpuMillis)) - settings.daemonCpuMillis,
        memoryMib: Math.min(...nodes.map(({ memoryMib }) => memoryMib)) - settings.daemonMemoryMib,
        pods:
            Math.min(...nodes.map(({ pods, podsWithPrefixes }) => (prefixes ? podsWithPrefixes : pods))) -
            settings.daemonPods,
    };
}

/** Whether pods get their addresses by the sixteen; the CNI's own default is one by one. */
export function delegatesPrefixes(stack: Stack): boolean {
    return stack
        .ofType(ADDON)
        .filter((addon) => addon.properties.text("addonName") === "vpc-cni" && addon.gives("configurationValues"))
        .some((addon) => addon.properties.json("configurationValues").flag("env.ENABLE_PREFIX_DELEGATION") === true);
}

/** The pods of add-ons and controllers that may land on the pool. */
export function controllersOn(pool: NodePool, settings: NodeSettings): readonly Room[] {
    if (!pool.groups.every(takesAnyPod)) return [];
    const pod = { cpuMillis: settings.controllerCpuMillis, memoryMib: settings.controllerMemoryMib };
    return Array.from({ length: settings.controllerPods }, () => pod);
}
