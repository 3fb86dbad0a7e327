import type { KubernetesObject, RenderedChart } from "../../infra/helm/rendered-chart";

/** Where pods may connect to, or who may connect to them. */
export type PeerKind =
    | "data subnets"
    | "AWS APIs"
    | "the pod's node"
    | "given range"
    | "pods"
    | "cluster DNS"
    | "other";

/** One peer and one port that a policy opens for the pods of a tier. */
export interface Opening {
    /** `app.kubernetes.io/component` of the pods. */
    readonly tier: string;
    readonly direction: "egress" | "ingress";
    readonly kind: PeerKind;
    /** Component of the peer's pods, namespace or ranges. */
    readonly peer: string;
    readonly port: number;
    readonly protocol: string;
}

/** Ranges that have a meaning in the stack, as the release's values have them. */
export interface Ranges {
    readonly dataCidrs: readonly string[];
    readonly awsApiCidrs: readonly string[];
}

/** Address of the Pod Identity agent on each node. https://docs.aws.amazon.com/eks/latest/userguide/pod-id-agent-setup.html */
const IDENTITY_AGENT = "169.254.170.23/32";

interface PolicySpec {
    readonly podSelector: Selector;
    readonly policyTypes: readonly string[];
    readonly egress?: readonly { readonly to: readonly Peer[]; readonly ports: readonly Port[] }[];
    readonly ingress?: readonly { readonly from: readonly Peer[]; readonly ports: readonly Port[] }[];
}

interface Peer {
    readonly ipBlock?: { readonly cidr: string };
    readonly podSelector?: Selector;
    readonly namespaceSelector?: Selector;
}

interface Selector {
    readonly matchLabels?: Readonly<Record<string, string>>;
}

interface Port {
    readonly port: number;
    readonly protocol: string;
}

/** Names of the policies that close the whole namespace, by direction. */
export function closedBy(chart: RenderedChart): Readonly<Record<"Egress" | "Ingress", readonly string[]>> {
    const whole = chart.ofKind("NetworkPolicy").filter((policy) => {
        const { podSelector, egress, ingress } = specOf(policy);
        return Object.keys(podSelector).length === 0 && egress === undefined && ingress === undefined;
    });
    const closing = (direction: string) =>
        whole.filter((policy) => specOf(policy).policyTypes.includes(direction)).map(({ metadata }) => metadata.name);
    return { Egress: closing("Egress"), Ingress: closing("Ingress") };
}

/** Everything that the policies of a chart open. Ranges of one rule that belong together are one peer. */
export function openingsOf(chart: RenderedChart, ranges: Ranges): readonly Opening[] {
    return chart.ofKind("NetworkPolicy").flatMap((policy) => {
        const { podSelector, egress = [], ingress = [] } = specOf(policy);
        const tier = podSelector.matchLabels?.["app.kubernetes.io/component"] ?? "every tier";
        const opened = (direction: Opening["direction"], peers: readonly Peer[], ports: readonly Port[]) =>
            peersOf(peers, ranges).flatMap((peer) =>
                ports.map(({ port, protocol }) => ({ tier, direction, ...peer, port, protocol })),
            );
        return [
            ...egress.flatMap(({ to, ports }) => opened("egress", to, ports)),
            ...ingress.flatMap(({ from, ports }) => opened("ingress", from, ports)),
        ];
    });
}

type NamedPeer = Pick<Opening, "kind" | "peer">;

function peersOf(peers: readonly Peer[], ranges: Ranges): readonly NamedPeer[] {
    const cidrs = peers.flatMap(({ ipBlock }) => (ipBlock === undefined ? [] : [ipBlock.cidr]));
    const others = peers.filter(({ ipBlock }) => ipBlock === undefined).map(podPeer);
    return [...(cidrs.length === 0 ? [] : [{ kind: rangeKind(cidrs, ranges), peer: cidrs.join(", ") }]), ...others];
}

function rangeKind(cidrs: readonly string[], { dataCidrs, awsApiCidrs }: Ranges): PeerKind {
    const same = (ranges: readonly string[]) => cidrs.join() === ranges.join();
    if (same(dataCidrs)) return "data subnets";
    if (same(awsApiCidrs)) return "AWS APIs";
    return same([IDENTITY_AGENT]) ? "the pod's node" : "given range";
}

function podPeer({ podSelector, namespaceSelector }: Peer): NamedPeer {
    const pods = podSelector?.matchLabels ?? {};
    const namespace = namespaceSelector?.matchLabels?.["kubernetes.io/metadata.name"];
    if (pods["k8s-app"] === "kube-dns" && namespace === "kube-system") return { kind: "cluster DNS", peer: "kube-dns" };
    const component = pods["app.kubernetes.io/component"];
    if (component !== undefined && namespaceSelector === undefined) return { kind: "pods", peer: component };
    return { kind: "other", peer: namespace ?? JSON.stringify({ podSelector, namespaceSelector }) };
}

function specOf(policy: KubernetesObject): PolicySpec {
    return policy["spec"] as PolicySpec;
}
