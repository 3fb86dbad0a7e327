import type { PolicyCases } from "../../../test/policy/cases";

const ADD_ON = "aws:eks/addon:Addon";
const NAME = "add-ons-coredns";
const at = `${ADD_ON} ${NAME}`;
const message = `${NAME} (${ADD_ON}): configurationValues gives CoreDNS 2 pods; it must have 3, or autoScaling.enabled. Set replicaCount to 3.`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "CoreDNS has two pods",
            change: (stack) => stack.set(ADD_ON, NAME, "configurationValues", '{"replicaCount":2}'),
            at,
            message,
        },
    ],
    absent: [
        {
            when: "the add-on is told nothing",
            change: (stack) => stack.unset(ADD_ON, NAME, "configurationValues"),
            at,
            message,
        },
    ],
    unknown: [
        {
            when: "what the add-on is told is not known",
            change: (stack) => stack.setUnknown(ADD_ON, NAME, "configurationValues"),
            unchecked: `${NAME} (${ADD_ON}): configurationValues is not known before the update`,
        },
    ],
    passes: [
        {
            when: "it scales by itself",
            change: (stack) => stack.set(ADD_ON, NAME, "configurationValues", '{"autoScaling":{"enabled":true}}'),
        },
    ],
};
