import type { PolicyCases } from "../../test/policy/cases";

const ADD_ON = "aws:eks/addon:Addon";
const CNI = "cluster-vpc-cni";
const LABEL = "kaireon (kubernetes:helm.sh/v3:Release)";
const settings = (enableNetworkPolicy?: unknown) =>
    JSON.stringify({ enableNetworkPolicy, env: { ENABLE_PREFIX_DELEGATION: "true", WARM_PREFIX_TARGET: "1" } });
const message = (shown: string) =>
    `${CNI} (${ADD_ON}): configurationValues has enableNetworkPolicy ${shown}, but in ${LABEL} values.networkPolicy.enabled is true. ` +
    'Set enableNetworkPolicy to "true" there.';

export const cases: PolicyCases = {
    violations: [
        {
            when: "the add-on is told not to",
            change: (stack) => stack.set(ADD_ON, CNI, "configurationValues", settings("false")),
            at: `${ADD_ON} ${CNI}`,
            message: message('"false"'),
        },
    ],
    absent: [
        {
            when: "the add-on is told nothing of it",
            change: (stack) => stack.set(ADD_ON, CNI, "configurationValues", settings()),
            at: `${ADD_ON} ${CNI}`,
            message: message("not set"),
        },
        {
            when: "there are no policies",
            change: (stack) => stack.remove(ADD_ON, CNI).unsetValue("networkPolicy"),
            passes: true,
        },
    ],
    unknown: [
        {
            when: "the add-on's settings are not known",
            change: (stack) => stack.setUnknown(ADD_ON, CNI, "configurationValues"),
            unchecked: `${CNI} (${ADD_ON}): configurationValues is not known before the update`,
        },
    ],
    passes: [
        {
            when: "Calico enforces them",
            change: (stack) =>
                stack.set(ADD_ON, CNI, "configurationValues", settings()).add({
                    type: "kubernetes:helm.sh/v3:Release",
                    name: "calico",
                    props: { chart: "tigera-operator", values: {} },
                }),
        },
        {
            when: "the cluster is another stack's",
            change: (stack) =>
                stack
                    .remove(ADD_ON, CNI)
                    .remove("aws:eks/cluster:Cluster", "cluster-eksCluster")
                    .remove("eks:index:Cluster", "cluster"),
        },
    ],
};
