import type { PolicyCases } from "../../../test/policy/cases";
import type { StackFixture } from "../../../test/policy/stack-fixture";

const ADD_ON = "aws:eks/addon:Addon";
const at = `${ADD_ON} cluster-vpc-cni`;
const message = (is: string) =>
    `cluster-vpc-cni (${ADD_ON}): configurationValues.enableNetworkPolicy is ${is}; it must be "true". Set it.`;
const PREFIXES = '"env":{"ENABLE_PREFIX_DELEGATION":"true"}';

/** Without the chart, as in a stack that holds the cluster alone. */
function alone(stack: StackFixture): StackFixture {
    return stack.remove("kubernetes:helm.sh/v3:Release", "kaireon");
}

export const cases: PolicyCases = {
    violations: [
        {
            when: "the add-on turns it off",
            change: (stack) =>
                alone(stack).set(
                    ADD_ON,
                    "cluster-vpc-cni",
                    "configurationValues",
                    `{"enableNetworkPolicy":"false",${PREFIXES}}`,
                ),
            at,
            message: message("false"),
        },
    ],
    absent: [
        {
            when: "the add-on does not say",
            change: (stack) => alone(stack).set(ADD_ON, "cluster-vpc-cni", "configurationValues", `{${PREFIXES}}`),
            at,
            message: message("not set"),
        },
    ],
    unknown: [
        {
            when: "what the add-on is told is not known",
            change: (stack) => alone(stack).setUnknown(ADD_ON, "cluster-vpc-cni", "configurationValues"),
            unchecked: `cluster-vpc-cni (${ADD_ON}): configurationValues is not known before the update`,
        },
    ],
    passes: [
        {
            when: "another engine is there",
            change: (stack) =>
                alone(stack)
                    .set(ADD_ON, "cluster-vpc-cni", "configurationValues", "{}")
                    .add({ type: "kubernetes:helm.sh/v3:Release", name: "cilium", props: { chart: "cilium" } }),
        },
    ],
};
