import type { Kubectl } from "../../offline/cluster/kubectl";
import { type ClusterView, type Pod, spreadOf } from "../../offline/cluster/occupancy";
import type { PodCounts } from "./maximum-prediction";

const ZONE = "topology.kubernetes.io/zone";

/** The fewest pods of each tier that evictions may leave. */
export async function budgetsOf(kubectl: Kubectl, namespace: string): Promise<PodCounts> {
    const budgets = await kubectl.list("poddisruptionbudgets", `--namespace=${namespace}`);
    return Object.fromEntries(
        budgets.map(({ metadata: { name }, status }) => [
            name.replace("kaireon-", ""),
            (status as { readonly desiredHealthy: number }).desiredHealthy,
        ]),
    );
}

export function podsOf(kubectl: Kubectl, namespace: string, component: string): Promise<readonly Pod[]> {
    return kubectl.list("pods", `--namespace=${namespace}`, `--selector=app.kubernetes.io/component=${component}`);
}

/** Asks for a pod's eviction, as a drain does. @returns why it is not evicted */
export async function refusalOf(kubectl: Kubectl, namespace: string, name: string): Promise<string> {
    const path = `/api/v1/namespaces/${namespace}/pods/${name}/eviction`;
    const eviction = { apiVersion: "policy/v1", kind: "Eviction", metadata: { name, namespace } };
    const { stderr } = await kubectl.attempt(["create", `--raw=${path}`, "--filename=-"], JSON.stringify(eviction));
    return stderr;
}

/** The pods of each tier that are not in a zone. */
export function outside(view: ClusterView, namespace: string, zone: string): PodCounts {
    const zones = [...new Set(view.nodes.map(({ metadata }) => metadata.labels?.[ZONE]))].sort();
    const lost = zones.indexOf(zone);
    return Object.fromEntries(
        spreadOf(view, namespace).map((tier) => [
            tier.component,
            tier.zones.reduce((sum, count, index) => sum + (index === lost ? 0 : count), 0),
        ]),
    );
}

export function nodesIn({ nodes }: ClusterView, zone: string): readonly string[] {
    return nodes.filter(({ metadata }) => metadata.labels?.[ZONE] === zone).map(({ metadata }) => metadata.name);
}

/** The tiers of which there were fewer than must stay. */
export function tooFew(worst: PodCounts, least: PodCounts): readonly string[] {
    return Object.entries(least)
        .filter(([tier, count]) => (worst[tier] ?? 0) < count)
        .map(([tier, count]) => `${tier}: ${worst[tier] ?? 0} available, fewer than ${count}`);
}
