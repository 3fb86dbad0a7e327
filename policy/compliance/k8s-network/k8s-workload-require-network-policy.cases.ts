import type { PolicyCases } from "../../../test/policy/cases";
import { DEPLOYMENT, NETWORK_POLICY, withDeployment } from "../k8s-workload/workload.fixture";

const at = `${DEPLOYMENT} sample`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "what goes out is free",
            change: (stack) => withDeployment(stack).set(NETWORK_POLICY, "sample", "spec.policyTypes", ["Ingress"]),
            at,
            message: `sample (${DEPLOYMENT}): no NetworkPolicy for Egress selects its pods. Make one in namespace kaireon.`,
        },
    ],
    absent: [
        {
            when: "there is no policy",
            change: (stack) => withDeployment(stack).remove(NETWORK_POLICY, "sample"),
            at,
            message: `sample (${DEPLOYMENT}): no NetworkPolicy for Ingress and Egress selects its pods. Make one in namespace kaireon.`,
        },
    ],
    unknown: [
        {
            when: "which pods a policy selects is not known",
            change: (stack) => withDeployment(stack).setUnknown(NETWORK_POLICY, "sample", "spec.podSelector"),
            unchecked: `sample (${NETWORK_POLICY}): spec.podSelector.matchLabels is not known before the update`,
        },
    ],
};
