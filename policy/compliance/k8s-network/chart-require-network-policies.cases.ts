import type { PolicyCases } from "../../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release";

export const cases: PolicyCases = {
    violations: [
        {
            when: "they are off",
            change: (stack) => stack.setValue("networkPolicy.enabled", false),
            at: `${RELEASE} kaireon`,
            message: `kaireon (${RELEASE}): values.networkPolicy.enabled is false; it must be true. Leave it out.`,
        },
    ],
    absent: [
        { when: "the chart's own value holds", passes: true, change: (stack) => stack.unsetValue("networkPolicy") },
    ],
    passes: [
        {
            when: "the program brings policies of its own",
            change: (stack) =>
                stack.setValue("networkPolicy.enabled", false).add({
                    type: "kubernetes:networking.k8s.io/v1:NetworkPolicy",
                    name: "own",
                    props: { metadata: { namespace: "kaireon" }, spec: { podSelector: {} } },
                }),
        },
    ],
    unknown: [
        {
            when: "whether they are on is not known",
            change: (stack) => stack.setValueUnknown("networkPolicy.enabled"),
            unchecked: `kaireon (${RELEASE}): values.networkPolicy.enabled is not known before the update`,
        },
    ],
};
