/** The chart's tiers, in the order of the overlay's table. */
export const TIERS = ["api", "cron", "worker", "mlWorker", "outboxPublisher", "stream", "mcp"] as const;

export type Tier = (typeof TIERS)[number];

/** The service account of a tier, as the chart names it: `mlWorker` runs as `kaireon-ml-worker`. */
export function serviceAccountName(tier: Tier): string {
    return `kaireon-${tier.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Whether the tier's containers call AWS and so need a role: the CronJobs only run curl against the API. */
export function callsAws(tier: Tier): boolean {
    return tier !== "cron";
}
