import { DEPLOYMENT } from "../../graph/pods";
import { stackPolicy } from "../../policy";

export const k8sDeploymentRequireZoneSpread = stackPolicy({
    id: "k8s-deployment-require-zone-spread",
    title: "Deployments of several pods spread them over zones",
    why: "The scheduler may put all pods of a tier into one zone, and with it the tier is gone.",
    fix: "Add a topologySpreadConstraint with topologyKey topology.kubernetes.io/zone",
    severity: "high",
    controls: ["EKS-BPG/reliability/topology-spread"],
    links: ["https://docs.aws.amazon.com/eks/latest/best-practices/application.html"],
    types: [DEPLOYMENT],
    check: (stack, report) =>
        report.each(stack.ofType(DEPLOYMENT), (deployment) => {
            if ((deployment.properties.number("spec.replicas") ?? 2) < 2) return;
            const place = deployment.properties.at("spec.template.spec.topologySpreadConstraints");
            const isSpread = place.items().some((one) => one.text("topologyKey") === "topology.kubernetes.io/zone");
            if (!isSpread)
                report.violation(
                    `${deployment.label}: ${place.path} has none for topology.kubernetes.io/zone. Add one.`,
                    deployment,
                );
        }),
});
