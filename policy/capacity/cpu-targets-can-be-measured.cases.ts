import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release kaireon";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the cluster has no metrics-server",
            change: (stack) => stack.remove("aws:eks/addon:Addon", "add-ons-metrics-server"),
            at: RELEASE,
            message:
                `${LABEL}: values.api.autoscaling.targetCPUUtilizationPercentage needs CPU figures, but the stack has neither the add-on nor a release of ` +
                "metrics-server. Add aws.eks.Addon metrics-server.",
        },
        {
            when: "the limit is below the target",
            change: (stack) => stack.setValue("api.autoscaling.targetCPUUtilizationPercentage", 200),
            at: RELEASE,
            message:
                `${LABEL}: values.api.autoscaling.targetCPUUtilizationPercentage is 200, but the limit stops a pod at 200 per cent of its request: ` +
                "the tier never scales up. Lower the target or raise the limit.",
        },
    ],
    absent: [
        {
            when: "the pods request no CPU",
            change: (stack) => stack.unsetValue("mlWorker.resources.requests.cpu"),
            also: { "chart-tiers-require-resources": "it asks for requests whatever scales the tier" },
            at: RELEASE,
            message:
                `${LABEL}: values.mlWorker.autoscaling.targetCPUUtilizationPercentage is 70, a share of values.mlWorker.resources.requests.cpu, which is not set: ` +
                "the autoscaler shows <unknown> and never scales. Set values.mlWorker.resources.requests.cpu.",
        },
    ],
    unknown: [
        {
            when: "the target is not known",
            change: (stack) => stack.setValueUnknown("api.autoscaling.targetCPUUtilizationPercentage"),
            unchecked: `${LABEL}: values.api.autoscaling.targetCPUUtilizationPercentage is not known before the update`,
        },
    ],
    passes: [
        {
            when: "metrics-server comes as a chart",
            change: (stack) =>
                stack.remove("aws:eks/addon:Addon", "add-ons-metrics-server").add({
                    type: "kubernetes:helm.sh/v3:Release",
                    name: "metrics",
                    props: { chart: "metrics-server", values: {} },
                }),
        },
    ],
};
