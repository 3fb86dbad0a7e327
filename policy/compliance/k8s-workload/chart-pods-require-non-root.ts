import { releasePolicy } from "../../policy";

export const chartPodsRequireNonRoot = releasePolicy({
    id: "chart-pods-require-non-root",
    title: "The chart's pods run as a numbered user that is not root, on a read-only image",
    why: "Root in a container is root on the node for every file that the two share; a writable image lets an intruder stay.",
    fix: "Set podSecurity.runAsUser to the number of the images' user and readOnlyRootFilesystem to true",
    severity: "medium",
    controls: ["PSS/restricted/running-as-non-root", "PSS/restricted/running-as-non-root-user", "C-0013", "C-0017"],
    links: ["https://kubernetes.io/docs/concepts/security/pod-security-standards/#restricted"],
    check: (release, _stack, report) => {
        const security = release.values.at("podSecurity");
        if (!security.exists) return;
        const user = security.number("runAsUser");
        if (user === 0)
            report.violation(
                `${release.label}: ${security.path}.runAsUser is 0, which is root. Set it to the images' own user.`,
                release.resource,
            );
        if (security.flag("readOnlyRootFilesystem") === false)
            report.violation(
                `${release.label}: ${security.path}.readOnlyRootFilesystem is false; it must be true. List what pods write in writablePaths.`,
                release.resource,
            );
    },
});
