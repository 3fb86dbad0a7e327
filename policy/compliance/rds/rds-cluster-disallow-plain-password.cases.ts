import type { PolicyCases } from "../../../test/policy/cases";
import { CLUSTER } from "./cluster-parameters";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the program has the password",
            change: (stack) => stack.set(CLUSTER, "postgres", "masterPassword", "correct horse"),
            at: `${CLUSTER} postgres`,
            message: `postgres (${CLUSTER}): masterPassword is a value of the program or its config. Set manageMasterUserPassword to true instead.`,
        },
    ],
    absent: [
        {
            when: "no password is given at all",
            passes: true,
            change: (stack) => stack.unset(CLUSTER, "postgres", "manageMasterUserPassword"),
        },
    ],
    unknown: { never: "what makes the password is known when the password is not" },
    passes: [
        {
            when: "another resource makes the password",
            change: (stack) => stack.setUnknown(CLUSTER, "postgres", "masterPassword"),
        },
    ],
};
