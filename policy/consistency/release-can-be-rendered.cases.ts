import type { PolicyCases } from "../../test/policy/cases";

const RELEASE = "kubernetes:helm.sh/v3:Release";
const CHART = "oci://registry.example.com/charts/kaireon";

export const cases: PolicyCases = {
    uncheckedInLarge: [
        "kaireon (kubernetes:helm.sh/v3:Release): a Helm release hides its objects: the pods were checked by the values alone; npm run policy:chart checks them rendered",
    ],
    violations: [
        {
            when: "a chart from a registry has a range of versions",
            change: (stack) => stack.set(RELEASE, "kaireon", "chart", CHART).set(RELEASE, "kaireon", "version", "^1.2"),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                'kaireon (kubernetes:helm.sh/v3:Release): chart "oci://registry.example.com/charts/kaireon" comes from a registry and version is "^1.2": what is installed may differ from what was checked. Pin one version.',
        },
    ],
    absent: [
        {
            when: "a chart from a registry has no version",
            change: (stack) => stack.set(RELEASE, "kaireon", "chart", CHART).unset(RELEASE, "kaireon", "version"),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                'kaireon (kubernetes:helm.sh/v3:Release): chart "oci://registry.example.com/charts/kaireon" comes from a registry and version is not set: what is installed may differ from what was checked. Pin one version.',
        },
        {
            when: "a chart of the repository has no version",
            passes: true,
            change: (stack) => stack.unset(RELEASE, "kaireon", "version"),
        },
    ],
    unknown: [
        {
            when: "the chart is not known",
            change: (stack) => stack.setUnknown(RELEASE, "kaireon", "chart"),
            unchecked: "kaireon (kubernetes:helm.sh/v3:Release): chart is not known before the update",
        },
    ],
    passes: [
        {
            when: "a chart from a registry has one version",
            change: (stack) =>
                stack.set(RELEASE, "kaireon", "chart", CHART).set(RELEASE, "kaireon", "version", "1.2.3"),
        },
    ],
};
