/** The chart's tiers, in the order of the overlay's table. */
export const TIERS = ["api", "cron", "worker", "mlWorker", "outboxPublisher", "stream", "mcp"] as const;

export type Tier = (typeof TIERS)[number];

/** The service account of a tier, as the chart names it: `mlWorker` runs as `kaireon-ml-worker`. */
export function serviceAccountName(tier: Tier): string {
    return `kaireon-${tier.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
}

/** Tiers whose containers call AWS and so need a role. The others talk to PostgreSQL (mlWorker) or to the API (mcp, cron) alone. */
const AWS_TIERS: readonly Tier[] = ["api", "worker", "outboxPublisher", "stream"];

export function callsAws(tier: Tier): boolean {
    return AWS_TIERS.includes(tier);
}
