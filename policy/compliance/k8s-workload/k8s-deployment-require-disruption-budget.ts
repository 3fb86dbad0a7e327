import { DEPLOYMENT, namespaceOf, selects } from "../../graph/pods";
import { stackPolicy } from "../../policy";

const BUDGET = "kubernetes:policy/v1:PodDisruptionBudget";

export const k8sDeploymentRequireDisruptionBudget = stackPolicy({
    id: "k8s-deployment-require-disruption-budget",
    title: "Deployments of several pods have a disruption budget",
    why: "An update of the nodes drains all pods of a tier at once when nobody says how many must stay.",
    fix: "Make a PodDisruptionBudget whose selector takes the Deployment's pods",
    severity: "high",
    controls: ["EKS-BPG/reliability/pdb"],
    links: ["https://docs.aws.amazon.com/eks/latest/best-practices/application.html"],
    types: [DEPLOYMENT],
    check: (stack, report) =>
        report.each(stack.ofType(DEPLOYMENT), (deployment) => {
            // Left to a scaler, the number is not in the Deployment; such a tier has several pods.
            if ((deployment.properties.number("spec.replicas") ?? 2) < 2) return;
            const labels = deployment.properties.at("spec.template.metadata.labels");
            const hasBudget = stack
                .ofType(BUDGET)
                .filter((budget) => namespaceOf(budget) === namespaceOf(deployment))
                .some((budget) => selects(budget.properties.at("spec.selector"), labels));
            if (!hasBudget)
                report.violation(
                    `${deployment.label}: no PodDisruptionBudget of namespace ${namespaceOf(deployment)} selects its pods. Make one.`,
                    deployment,
                );
        }),
});
