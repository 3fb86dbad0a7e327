import type { PolicyCases } from "../../../test/policy/cases";
import { DEPLOYMENT, withDeployment } from "./workload.fixture";

const PLACE = "spec.template.spec.topologySpreadConstraints";
const at = `${DEPLOYMENT} sample`;
const message = `sample (${DEPLOYMENT}): ${PLACE} has none for topology.kubernetes.io/zone. Add one.`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "pods spread over hosts only",
            change: (stack) =>
                withDeployment(stack).set(DEPLOYMENT, "sample", `${PLACE}.0.topologyKey`, "kubernetes.io/hostname"),
            at,
            message,
        },
    ],
    absent: [
        {
            when: "pods spread over nothing",
            change: (stack) => withDeployment(stack).unset(DEPLOYMENT, "sample", PLACE),
            at,
            message,
        },
    ],
    unknown: [
        {
            when: "the spread is not known",
            change: (stack) => withDeployment(stack).setUnknown(DEPLOYMENT, "sample", PLACE),
            unchecked: `sample (${DEPLOYMENT}): ${PLACE} is not known before the update`,
        },
    ],
};
