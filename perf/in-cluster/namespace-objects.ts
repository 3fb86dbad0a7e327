import type {
    INetworkPolicy,
    INetworkPolicyEgressRule,
    INetworkPolicyPort,
} from "kubernetes-models/networking.k8s.io/v1";
import type { INamespace } from "kubernetes-models/v1";
import {
    API_PODS,
    type ApiPlace,
    K6_PODS,
    LOAD_NAMESPACE,
    OPERATOR_NAMESPACE,
    RUNNER_PODS,
    RUNNER_PORT,
} from "./place";

/** The namespace's own restrictions are the platform's. */
export function loadNamespace(): INamespace {
    const level = "restricted";
    const labels = Object.fromEntries(
        ["enforce", "warn", "audit"].map((mode) => [`pod-security.kubernetes.io/${mode}`, level]),
    );
    return { apiVersion: "v1", kind: "Namespace", metadata: { name: LOAD_NAMESPACE, labels } };
}

/** What the runners send to: the api's pods past the load balancer, or a port of anything outside. */
export type TargetPlace = { readonly api: ApiPlace } | { readonly port: number };

type PolicySpec = NonNullable<INetworkPolicy["spec"]>;

function tcp(port: number): INetworkPolicyPort[] {
    return [{ protocol: "TCP", port }];
}

/** Nothing in or out but names, the load itself, and the orders of k6-operator and its starter. */
export function networkPolicies(target: TargetPlace): readonly INetworkPolicy[] {
    const names: INetworkPolicyEgressRule = {
        to: [
            {
                namespaceSelector: inNamespace("kube-system"),
                podSelector: { matchLabels: { "k8s-app": "kube-dns" } },
            },
        ],
        ports: [{ protocol: "UDP", port: 53 }, ...tcp(53)],
    };
    return [
        policy("default-deny", { podSelector: {} }),
        policy("k6", {
            podSelector: { matchLabels: { ...K6_PODS } },
            // The starter tells each runner to begin.
            egress: [names, { to: [{ podSelector: { matchLabels: { ...RUNNER_PODS } } }], ports: tcp(RUNNER_PORT) }],
        }),
        policy("runners", {
            podSelector: { matchLabels: { ...RUNNER_PODS } },
            ingress: [
                {
                    from: [
                        { podSelector: { matchLabels: { ...K6_PODS } } },
                        { namespaceSelector: inNamespace(OPERATOR_NAMESPACE) },
                    ],
                    ports: tcp(RUNNER_PORT),
                },
            ],
            egress: [egressTo(target)],
        }),
    ];
}

function egressTo(target: TargetPlace): INetworkPolicyEgressRule {
    if ("port" in target) return { to: [{ ipBlock: { cidr: "0.0.0.0/0" } }], ports: tcp(target.port) };
    const { namespace, port } = target.api;
    return {
        to: [{ namespaceSelector: inNamespace(namespace), podSelector: { matchLabels: { ...API_PODS } } }],
        ports: tcp(port),
    };
}

function inNamespace(name: string) {
    return { matchLabels: { "kubernetes.io/metadata.name": name } };
}

function policy(name: string, spec: PolicySpec): INetworkPolicy {
    return {
        apiVersion: "networking.k8s.io/v1",
        kind: "NetworkPolicy",
        metadata: { name, namespace: LOAD_NAMESPACE },
        spec: { ...spec, policyTypes: ["Ingress", "Egress"] },
    };
}
