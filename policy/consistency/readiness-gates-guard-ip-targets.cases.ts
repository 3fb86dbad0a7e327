import type { PolicyCases } from "../../test/policy/cases";

const NAMESPACE = "kubernetes:core/v1:Namespace";
const LABEL = ["metadata", "labels", "elbv2.k8s.aws/pod-readiness-gate-inject"];

export const cases: PolicyCases = {
    violations: [
        {
            when: "the namespace turns the gates off",
            change: (stack) => stack.set(NAMESPACE, "kaireon-namespace", LABEL, "disabled"),
            at: "kubernetes:core/v1:Namespace kaireon-namespace",
            message:
                'kaireon-namespace (kubernetes:core/v1:Namespace): the label elbv2.k8s.aws/pod-readiness-gate-inject is "disabled", but kaireon (kubernetes:helm.sh/v3:Release) has values.ingress.targetType ip. Set it to enabled.',
        },
    ],
    absent: [
        {
            when: "the namespace says nothing of them",
            change: (stack) => stack.unset(NAMESPACE, "kaireon-namespace", LABEL),
            at: "kubernetes:core/v1:Namespace kaireon-namespace",
            message:
                "kaireon-namespace (kubernetes:core/v1:Namespace): the label elbv2.k8s.aws/pod-readiness-gate-inject is not set, but kaireon (kubernetes:helm.sh/v3:Release) has values.ingress.targetType ip. Set it to enabled.",
        },
        {
            when: "targets are nodes",
            passes: true,
            change: (stack) =>
                stack.unset(NAMESPACE, "kaireon-namespace", LABEL).setValue("ingress.targetType", "instance"),
        },
    ],
    unknown: [
        {
            when: "the type of the targets is not known",
            change: (stack) => stack.setValueUnknown("ingress.targetType"),
            unchecked:
                "kaireon (kubernetes:helm.sh/v3:Release): values.ingress.targetType is not known before the update",
        },
        {
            when: "the namespace is not of this stack",
            change: (stack) => stack.remove(NAMESPACE, "kaireon-namespace"),
            unchecked: "kaireon (kubernetes:helm.sh/v3:Release): its namespace kaireon is not of this stack",
        },
    ],
};
