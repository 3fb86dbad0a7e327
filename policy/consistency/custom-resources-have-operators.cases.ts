import type { PolicyCases } from "../../test/policy/cases";
import type { StackFixture } from "../../test/policy/stack-fixture";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const AT = `${RELEASE} kaireon`;
const LABEL = `kaireon (${RELEASE})`;

/** KEDA as before, which the release no longer waits for. */
const unordered = (stack: StackFixture) => {
    const { props } = stack.find(RELEASE, "controllers-keda");
    return stack.remove(RELEASE, "controllers-keda").add({
        type: RELEASE,
        name: "controllers-keda",
        props,
        from: { dependsOn: ["cluster-pod-identity-agent", "add-ons-coredns"] },
    });
};

export const cases: PolicyCases = {
    violations: [
        {
            when: "ServiceMonitors are asked for and there is no Prometheus operator",
            change: (stack) => stack.setValue("monitoring.prometheus.enabled", true),
            at: AT,
            message:
                `${LABEL}: values.monitoring.prometheus.enabled is true, but the stack, which makes the cluster, does not install ` +
                "the Prometheus operator, to which ServiceMonitor belongs. Install it, or switch that off.",
        },
        {
            when: "the release does not wait for KEDA",
            change: unordered,
            at: AT,
            message:
                `${LABEL}: values.worker.keda scales worker, but the release does not wait for controllers-keda (${RELEASE}), which brings ScaledObject. ` +
                "Add it to the release's dependsOn.",
            also: { "kubernetes-objects-go-to-this-cluster": "what a test adds has no provider" },
        },
    ],
    absent: [
        {
            when: "nothing asks for an operator",
            change: (stack) =>
                stack
                    .remove(RELEASE, "controllers-keda")
                    .remove(RELEASE, "controllers-external-secrets")
                    .unsetValue("worker.keda")
                    .unsetValue("externalSecrets"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "it is not known whether secrets come from outside",
            change: (stack) => stack.setValueUnknown("externalSecrets.enabled"),
            unchecked: `${LABEL}: values.externalSecrets.enabled is not known before the update`,
        },
    ],
    passes: [
        {
            when: "the cluster is another stack's, with its operators",
            change: (stack) =>
                stack
                    .remove(RELEASE, "controllers-keda")
                    .remove("aws:eks/cluster:Cluster", "cluster-eksCluster")
                    .remove("eks:index:Cluster", "cluster"),
        },
        {
            when: "a hand-written program takes the chart from a registry",
            change: (stack) => stack.set(RELEASE, "controllers-keda", "chart", "oci://ghcr.io/kedacore/charts/keda"),
        },
    ],
};
