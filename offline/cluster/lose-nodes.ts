import type { Kubectl } from "./kubectl";
import type { Pod } from "./occupancy";

/** Takes nodes away at once, and the pods on them, as when machines are lost and the wait for them is over. */
export async function loseNodes(kubectl: Kubectl, names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    await kubectl.remove(names.map((name) => `/api/v1/nodes/${name}`));
    await losePods(kubectl, names);
}

/** Ends the pods of nodes without asking anybody. */
export async function losePods(kubectl: Kubectl, nodes: readonly string[]): Promise<void> {
    const pods = await kubectl.read<Pod>("/api/v1/pods");
    const lost = pods.filter(({ spec }) => nodes.includes(spec.nodeName ?? ""));
    await kubectl.remove(lost.map(({ metadata }) => `/api/v1/namespaces/${metadata.namespace}/pods/${metadata.name}`));
}
