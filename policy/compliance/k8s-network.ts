import type { View } from "../graph/view";
import { objectControls } from "../kubernetes-control";
import { satisfying } from "../list-requirement";
import { noneOf, oneOf } from "../requirement";

const PAGE = "https://kubernetes.io/docs/concepts";

/** Services, namespaces and network policies that are resources of the stack or objects of the rendered chart. */
export const k8sNetworkControls = [
    ...objectControls(
        ["kubernetes:core/v1:Service"],
        [
            {
                id: "k8s-service-disallow-external-ips",
                title: "Services take no external address",
                property: "spec.externalIPs",
                must: satisfying("left out", (place) => place.items().length === 0),
                severity: "high",
                controls: ["AVD-KSV-0108"],
                why: "Traffic of the whole cluster to that address is drawn to the service (CVE-2020-8554).",
                fix: "Leave spec.externalIPs out and use an Ingress.",
                links: [`${PAGE}/services-networking/service/#external-ips`],
                violatedBy: ["203.0.113.7"],
            },
            {
                id: "k8s-service-disallow-load-balancer",
                title: "Services make no load balancer of their own",
                property: "spec.type",
                must: noneOf("LoadBalancer"),
                absentIs: "ClusterIP",
                severity: "low",
                controls: ["kubernetes-core-v1-service-disallow-load-balancer"],
                level: {
                    is: "advisory",
                    because: "A network load balancer made by a Service is a choice, not a mistake.",
                },
                why: "It bypasses the Ingress with its certificate and its list of addresses.",
                fix: "Use type ClusterIP behind the Ingress.",
                links: [`${PAGE}/services-networking/service/#loadbalancer`],
                violatedBy: "LoadBalancer",
            },
        ],
    ),
    ...objectControls(
        ["kubernetes:networking.k8s.io/v1:NetworkPolicy"],
        [
            {
                id: "k8s-network-policy-require-peers-ingress",
                title: "Rules of network policies say who may come in",
                property: "spec.ingress",
                must: satisfying("a list in which every rule has a from that names somebody", named("from")),
                severity: "medium",
                controls: ["AVD-KSV-0038"],
                why: "A rule without peers lets everybody in: every pod of the cluster and every address.",
                fix: "Name pods, namespaces or addresses in from.",
                links: [`${PAGE}/services-networking/network-policies/`],
                violatedBy: [{ ports: [{ port: 3000 }] }],
            },
            {
                id: "k8s-network-policy-require-peers-egress",
                title: "Rules of network policies say where pods may go",
                property: "spec.egress",
                must: satisfying("a list in which every rule has a to that names somebody", named("to")),
                severity: "medium",
                controls: ["AVD-KSV-0038"],
                why: "A rule without peers lets a pod that was taken over send its data anywhere.",
                fix: "Name pods, namespaces or addresses in to.",
                links: [`${PAGE}/services-networking/network-policies/`],
                violatedBy: [{ to: [{}] }],
            },
        ],
    ),
    ...objectControls(
        ["kubernetes:core/v1:Namespace"],
        [
            {
                id: "k8s-namespace-require-pod-security",
                title: "Namespaces refuse pods below the Pod Security Standards",
                property: ["metadata", "labels", "pod-security.kubernetes.io/enforce"],
                must: oneOf("restricted", "baseline"),
                absentIs: "privileged",
                when: ({ properties }) => !(properties.text("metadata.name") ?? "").startsWith("kube-"),
                severity: "medium",
                controls: ["PSS/admission"],
                why: "Without the label the API server admits a privileged pod, whatever the chart promises.",
                fix: "Label the namespace pod-security.kubernetes.io/enforce: restricted.",
                links: [`${PAGE}/security/pod-security-admission/`],
                violatedBy: "privileged",
            },
        ],
    ),
];

function named(direction: "from" | "to"): (rules: View) => boolean {
    return (rules) =>
        rules.items().every((rule) => {
            const peers = rule.items(direction);
            return peers.length > 0 && peers.every((peer) => peer.names().length > 0);
        });
}
