import { namespaceOf, podsOf, SERVERS, selects } from "../../graph/pods";
import { stackPolicy } from "../../policy";

const POLICY = "kubernetes:networking.k8s.io/v1:NetworkPolicy";

export const k8sWorkloadRequireNetworkPolicy = stackPolicy({
    id: "k8s-workload-require-network-policy",
    title: "Network policies for both directions select every server's pods",
    why: "Pods that no policy selects talk to everybody.",
    fix: "Make a NetworkPolicy with policyTypes Ingress and Egress that selects the pods",
    severity: "medium",
    controls: ["C-0030", "CIS-EKS-1.8.0/4.3.2", "C-0054"],
    links: ["https://kubernetes.io/docs/concepts/services-networking/network-policies/"],
    types: SERVERS,
    check: (stack, report) =>
        report.each(
            podsOf(stack).filter(({ owner }) => SERVERS.includes(owner.type)),
            ({ owner, metadata }) => {
                const directions = stack
                    .ofType(POLICY)
                    .filter((policy) => namespaceOf(policy) === namespaceOf(owner))
                    .filter(({ properties }) => selects(properties.at("spec.podSelector"), metadata.at("labels")))
                    .flatMap(({ properties }) => properties.texts("spec.policyTypes"));
                const missing = ["Ingress", "Egress"].filter((direction) => !directions.includes(direction));
                if (missing.length > 0)
                    report.violation(
                        `${owner.label}: no NetworkPolicy for ${missing.join(" and ")} selects its pods. Make one in namespace ${namespaceOf(owner)}.`,
                        owner,
                    );
            },
        ),
});
