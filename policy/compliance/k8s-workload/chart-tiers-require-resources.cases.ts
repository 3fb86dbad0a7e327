import type { PolicyCases } from "../../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const at = `${RELEASE} kaireon`;
const message = `kaireon (${RELEASE}): values.worker.resources lacks limits.memory. Set them.`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "a limit is empty",
            change: (stack) => stack.setValue("worker.resources.limits.memory", ""),
            at,
            message,
        },
    ],
    absent: [
        { when: "a limit is left out", change: (stack) => stack.unsetValue("worker.resources.limits"), at, message },
    ],
    unknown: [
        {
            when: "a limit is not known",
            change: (stack) => stack.setValueUnknown("worker.resources.limits.memory"),
            unchecked: `kaireon (${RELEASE}): values.worker.resources.limits.memory is not known before the update`,
        },
    ],
};
