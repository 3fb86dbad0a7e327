import type { Kubectl } from "./kubectl";
import type { Pod } from "./occupancy";

/** Takes nodes away at once, and the pods on them, as when machines are lost and the wait for them is over. */
export async function loseNodes(kubectl: Kubectl, names: readonly string[]): Promise<void> {
    if (names.length === 0) return;
    await kubectl.run(["delete", "nodes", ...names]);
    await losePods(kubectl, names);
}

/** Ends the pods of nodes without asking anybody. */
export async function losePods(kubectl: Kubectl, nodes: readonly string[]): Promise<void> {
    const pods = await kubectl.list<Pod>("pods", "--all-namespaces");
    const lost = pods.filter(({ spec }) => nodes.includes(spec.nodeName ?? ""));
    for (const namespace of new Set(lost.map(({ metadata }) => metadata.namespace ?? ""))) {
        const names = lost
            .filter(({ metadata }) => metadata.namespace === namespace)
            .map(({ metadata }) => metadata.name);
        const atOnce = ["--force", "--grace-period=0", "--ignore-not-found"];
        await kubectl.run(["delete", "pods", ...names, `--namespace=${namespace}`, ...atOnce]);
    }
}
