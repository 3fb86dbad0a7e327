import type { PolicyCases } from "../../../test/policy/cases";
import { CLUSTER, PARAMETER_GROUP } from "./cluster-parameters";

const message = (name: string, is: string) =>
    `postgres (${CLUSTER}): ${name} is ${is}, so nothing is logged. Set it in the parameter group that dbClusterParameterGroupName names.`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "no duration is slow enough",
            change: (stack) => stack.set(PARAMETER_GROUP, undefined, "parameters.2.value", "-1"),
            at: `${CLUSTER} postgres`,
            message: message("log_min_duration_statement", "-1"),
        },
    ],
    absent: [
        {
            when: "which statements are logged is left to the engine",
            change: (stack) => stack.unset(PARAMETER_GROUP, undefined, "parameters.1"),
            at: `${CLUSTER} postgres`,
            message: message("log_statement", "not set"),
        },
    ],
    unknown: [
        {
            when: "a value is not known",
            change: (stack) => stack.setUnknown(PARAMETER_GROUP, undefined, "parameters.1.value"),
            unchecked: `postgres-parameters (${PARAMETER_GROUP}): parameters.1.value is not known before the update`,
        },
    ],
};
