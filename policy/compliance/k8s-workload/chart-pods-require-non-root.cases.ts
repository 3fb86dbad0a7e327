import type { PolicyCases } from "../../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const at = `${RELEASE} kaireon`;

export const cases: PolicyCases = {
    violations: [
        {
            when: "pods run as root",
            change: (stack) => stack.setValue("podSecurity.runAsUser", 0),
            at,
            message: `kaireon (${RELEASE}): values.podSecurity.runAsUser is 0, which is root. Set it to the images' own user.`,
        },
        {
            when: "pods can change their image",
            change: (stack) => stack.setValue("podSecurity.readOnlyRootFilesystem", false),
            at,
            message: `kaireon (${RELEASE}): values.podSecurity.readOnlyRootFilesystem is false; it must be true. List what pods write in writablePaths.`,
        },
    ],
    absent: [{ when: "the chart's own values hold", passes: true, change: (stack) => stack.unsetValue("podSecurity") }],
    unknown: [
        {
            when: "the user is not known",
            change: (stack) => stack.setValueUnknown("podSecurity.runAsUser"),
            unchecked: `kaireon (${RELEASE}): values.podSecurity.runAsUser is not known before the update`,
        },
    ],
};
