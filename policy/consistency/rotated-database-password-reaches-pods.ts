import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import type { Stack } from "../graph/stack";
import { releasePolicy } from "../policy";
import { storesOf } from "./stores-of";

const CLUSTER = "aws:rds/cluster:Cluster";

const SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600 };

export const rotatedDatabasePasswordReachesPods = releasePolicy({
    id: "rotated-database-password-reaches-pods",
    title: "A database password that RDS rotates is read again, and pods are restarted with it",
    why: "RDS rotates a managed password every seven days by default. Pods read it at their start: a week after the first deployment new connections fail.",
    fix: "Let External Secrets refresh the Secret often and run a reloader, or give the pods a user whose password is not rotated",
    severity: "high",
    pitfalls: ["P-SEC-03"],
    links: ["https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/rds-secrets-manager.html"],
    settings: {
        refreshHours: {
            description: "Hours within which a rotated password must be read",
            default: 1,
            minimum: 0.1,
            maximum: 168,
        },
    },
    check: (release, stack, report, { refreshHours }) => {
        report.each(storesOf(release, stack, CLUSTER), (cluster) => {
            const managed = "manageMasterUserPassword";
            if (!cluster.gives(managed) || cluster.properties.flag(managed) !== true) return;
            const start = `${release.label}: ${cluster.label} has ${managed}, which rotates the password, but`;
            const interval = refreshInterval(release);
            const seconds = secondsOf(interval);
            if (seconds === 0 || seconds > refreshHours * 3600)
                report.violation(
                    `${start} values.externalSecrets.refreshInterval is ${interval}; it must be at most ${refreshHours}h. Lower it.`,
                    release.resource,
                );
            if (!hasReloader(stack))
                report.violation(
                    `${start} no release of the stack restarts pods when their Secret changes. Install a reloader.`,
                    release.resource,
                );
        });
    },
});

/** @throws CannotTell when the values do not use External Secrets: another way does not show */
function refreshInterval({ values, label, resource }: Release): string {
    if (values.flag("externalSecrets.enabled") === true) return values.text("externalSecrets.refreshInterval") ?? "1h";
    throw new CannotTell(`${label}: how pods get the database's password does not show in the values`, resource.urn);
}

/** Of Go's durations, `5m` or `1h30m`; 0 means once and never again. */
function secondsOf(duration: string): number {
    const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)([smh])/g)];
    return parts.reduce((sum, [, number, unit = ""]) => sum + Number(number) * (SECONDS[unit] ?? 0), 0);
}

function hasReloader(stack: Stack): boolean {
    const releases = stack.ofType("kubernetes:helm.sh/v3:Release", "kubernetes:helm.sh/v4:Chart");
    return releases.some(({ properties }) => /reloader|wave/i.test(properties.text("chart") ?? ""));
}
