import type { PolicyCases } from "../../test/policy/cases";

const CLUSTER = "aws:rds/cluster:Cluster";
const RELEASE = "kubernetes:helm.sh/v3:Release";

export const cases: PolicyCases = {
    violations: [
        {
            when: "the password is read once a day",
            change: (stack) => stack.setValue("externalSecrets.refreshInterval", "24h"),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): postgres (aws:rds/cluster:Cluster) has manageMasterUserPassword, which rotates the password, but values.externalSecrets.refreshInterval is 24h; it must be at most 1h. Lower it.",
        },
        {
            when: "the password is read once and never again",
            change: (stack) => stack.setValue("externalSecrets.refreshInterval", "0"),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): postgres (aws:rds/cluster:Cluster) has manageMasterUserPassword, which rotates the password, but values.externalSecrets.refreshInterval is 0; it must be at most 1h. Lower it.",
        },
    ],
    absent: [
        {
            when: "nothing restarts the pods",
            change: (stack) => stack.remove(RELEASE, "controllers-reloader"),
            at: "kubernetes:helm.sh/v3:Release kaireon",
            message:
                "kaireon (kubernetes:helm.sh/v3:Release): postgres (aws:rds/cluster:Cluster) has manageMasterUserPassword, which rotates the password, but no release of the stack restarts pods when their Secret changes. Install a reloader.",
        },
        {
            when: "the interval is the operator's own, an hour",
            passes: true,
            change: (stack) => stack.unsetValue("externalSecrets.refreshInterval"),
        },
    ],
    unknown: [
        {
            when: "the pods get the password in another way",
            change: (stack) => stack.setValue("externalSecrets.enabled", false),
            unchecked:
                "kaireon (kubernetes:helm.sh/v3:Release): how pods get the database's password does not show in the values",
        },
    ],
    passes: [
        {
            when: "RDS does not manage the password",
            change: (stack) =>
                stack
                    .set(CLUSTER, "postgres", "manageMasterUserPassword", false)
                    .setValue("externalSecrets.refreshInterval", "24h"),
        },
    ],
};
