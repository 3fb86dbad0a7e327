import type { PolicyCases } from "../../../test/policy/cases";
import { BUDGET, DEPLOYMENT, withDeployment } from "./workload.fixture";

const at = `${DEPLOYMENT} sample`;
const message = `sample (${DEPLOYMENT}): no PodDisruptionBudget of namespace kaireon selects its pods. Make one.`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "the budget selects other pods",
            change: (stack) =>
                withDeployment(stack).set(BUDGET, "sample", "spec.selector", {
                    matchExpressions: [
                        { key: "app.kubernetes.io/component", operator: "NotIn", values: ["api", "worker"] },
                    ],
                }),
            at,
            message,
        },
        {
            when: "the budget is in another namespace",
            change: (stack) => withDeployment(stack).set(BUDGET, "sample", "metadata.namespace", "other"),
            at,
            message,
        },
    ],
    absent: [
        { when: "there is no budget", change: (stack) => withDeployment(stack).remove(BUDGET, "sample"), at, message },
    ],
    unknown: [
        {
            when: "what the budget selects is not known",
            change: (stack) => withDeployment(stack).setUnknown(BUDGET, "sample", "spec.selector"),
            unchecked: `sample (${BUDGET}): spec.selector.matchLabels is not known before the update`,
        },
    ],
    passes: [
        {
            when: "there is one pod",
            change: (stack) =>
                withDeployment(stack).remove(BUDGET, "sample").set(DEPLOYMENT, "sample", "spec.replicas", 1),
        },
    ],
};
