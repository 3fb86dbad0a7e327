import type { PolicyCases } from "../../../test/policy/cases";
import { CLUSTER, PARAMETER_GROUP } from "./cluster-parameters";

const message = (is: string) =>
    `postgres (${CLUSTER}): rds.force_ssl is ${is}; it must be 1. Set it in the parameter group that dbClusterParameterGroupName names.`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "the parameter allows plain connections",
            change: (stack) => stack.set(PARAMETER_GROUP, undefined, "parameters.0.value", "0"),
            at: `${CLUSTER} postgres`,
            message: message("0"),
        },
    ],
    absent: [
        {
            when: "the group does not have the parameter",
            change: (stack) => stack.unset(PARAMETER_GROUP, undefined, "parameters.0"),
            at: `${CLUSTER} postgres`,
            message: message("not set"),
        },
    ],
    unknown: [
        {
            when: "its value is not known",
            change: (stack) => stack.setUnknown(PARAMETER_GROUP, undefined, "parameters.0.value"),
            unchecked: `postgres-parameters (${PARAMETER_GROUP}): parameters.0.value is not known before the update`,
        },
        {
            when: "the group is of another stack",
            change: (stack) =>
                stack
                    .set(CLUSTER, "postgres", "dbClusterParameterGroupName", "shared")
                    .setSources(CLUSTER, "postgres", "dbClusterParameterGroupName", []),
            unchecked: `postgres (${CLUSTER}): the group in dbClusterParameterGroupName ("shared") is not of this stack`,
        },
    ],
};
