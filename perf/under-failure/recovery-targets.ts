/** The vendor's recovery time objectives that a load on the decision API can be judged by, in seconds. */
export const RECOVERY_TARGETS = {
    decisionApi: { component: "Decision API", seconds: 5 * 60 },
    postgres: { component: "PostgreSQL (RDS)", seconds: 10 * 60 },
    redis: { component: "Redis (ElastiCache)", seconds: 5 * 60 },
} as const;

export const RECOVERY_TARGETS_SOURCE = "vendor's runbook on disaster recovery, https://docs.kaireonai.com";
