import type { AlarmRow } from "../alarms";

const GIB = 1024 ** 3;

export interface AuroraLimits {
    readonly clusterIdentifier: string;
    readonly instanceClass: string;
    /** `max_connections` of the class. */
    readonly maxConnections: number;
}

/** GiB of memory per vCPU, by the letter of the family: `db.r7g.…`, `db.x2g.…`, `db.t4g.…`. */
const MEMORY_PER_VCPU: Readonly<Record<string, number>> = { r: 8, x: 16, t: 2 };

/** Memory of an instance class in GiB, from its name; undefined where the name does not tell (`db.serverless`). */
export function memoryGib(instanceClass: string): number | undefined {
    const [, family, size] = /^db\.([a-z])\w*\.(\w+)$/.exec(instanceClass) ?? [];
    const perVcpu = MEMORY_PER_VCPU[family ?? ""];
    const [, times] = /^(\d*)xlarge$/.exec(size ?? "") ?? [];
    if (perVcpu === undefined) return undefined;
    if (size === "medium") return perVcpu * 2;
    if (size === "large") return perVcpu * (family === "t" ? 4 : 2);
    return times === undefined ? undefined : perVcpu * 4 * Number(times || 1);
}

/**
 * What kills the database. All rows watch the cluster, not its instances: CloudWatch joins the instances under the cluster's identifier,
 * so the worst one rings and a new reader needs no new alarm.
 */
export function auroraAlarms(limits: AuroraLimits): readonly AlarmRow[] {
    const cluster = { DBClusterIdentifier: limits.clusterIdentifier };
    const watch = (metric: string) => ({
        series: [{ metric, dimensions: cluster }],
        missingData: "notBreaching" as const,
    });
    return [
        {
            key: "cpu",
            description: "A database instance has been above 90 % CPU for 15 minutes, or the cluster reports nothing.",
            ...watch("CPUUtilization"),
            statistic: "Maximum",
            comparison: "atLeast",
            threshold: 90,
            period: 300,
            periods: 3,
            missingData: "breaching",
        },
        {
            key: "memory",
            description:
                "A database instance has less than 5 % of its memory free: it restarts when there is none. Take a larger class.",
            ...watch("FreeableMemory"),
            statistic: "Minimum",
            comparison: "below",
            threshold: Math.round(0.05 * (memoryGib(limits.instanceClass) ?? 20) * GIB),
            period: 300,
            periods: 3,
        },
        {
            key: "connections",
            description: `A database instance has 80 % of its ${limits.maxConnections} connections in use: at the limit pods are refused. Lower the pool per pod.`,
            ...watch("DatabaseConnections"),
            statistic: "Maximum",
            comparison: "atLeast",
            threshold: Math.floor(0.8 * limits.maxConnections),
            period: 60,
            periods: 5,
        },
        {
            key: "local-storage",
            description:
                "A database instance has less than 10 GiB of local storage: sorts, temporary tables and logs fail without it.",
            ...watch("FreeLocalStorage"),
            statistic: "Minimum",
            comparison: "below",
            threshold: 10 * GIB,
            period: 300,
            periods: 3,
        },
        {
            key: "replica-lag",
            description:
                "A reader is a second behind the writer, normally under 100 ms: analytics read stale rows, and a reader far behind restarts.",
            ...watch("AuroraReplicaLagMaximum"),
            statistic: "Maximum",
            comparison: "atLeast",
            threshold: 1000,
            period: 60,
            periods: 5,
        },
        {
            key: "transaction-ids",
            description:
                "The oldest transaction id is a billion old; at two billion PostgreSQL stops writing. Find what holds back autovacuum.",
            ...watch("MaximumUsedTransactionIDs"),
            statistic: "Maximum",
            comparison: "atLeast",
            threshold: 1_000_000_000,
            period: 3600,
            periods: 1,
        },
        {
            key: "deadlocks",
            description: "More than 10 deadlocks a minute for 5 minutes: transactions are being rolled back.",
            ...watch("Deadlocks"),
            statistic: "Sum",
            comparison: "atLeast",
            // The metric is a rate per second, one value a minute and instance.
            threshold: 10 / 60,
            period: 60,
            periods: 5,
        },
    ];
}
