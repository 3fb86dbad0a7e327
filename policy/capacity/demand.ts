import type { Release } from "../graph/release";
import type { PodsName, Tier } from "../graph/tiers";
import type { View } from "../graph/view";

/** Pods of one tier and what each requests. */
export interface TierDemand {
    readonly tier: Tier<PodsName>;
    /** At the least, and at the most without and with the extra pods of a rolling update. */
    readonly minReplicas: number;
    readonly maxReplicas: number;
    readonly surge: number;
    readonly cpuMillis: number;
    readonly memoryMib: number;
}

/** A Deployment's `maxSurge` where the chart leaves it to Kubernetes. */
const DEFAULT_SURGE = "25%";

/** What a tier asks for; undefined for one that is off or whose values do not say how many pods it has. */
export function demandOf(tier: Tier<PodsName>): TierDemand | undefined {
    if (!tier.enabled) return undefined;
    const maxReplicas = tier.name === "cron" ? schedules(tier.values.at("schedules")) : tier.maxReplicas;
    if (maxReplicas === undefined) return undefined;
    return {
        tier,
        minReplicas: tier.minReplicas ?? maxReplicas,
        maxReplicas,
        surge: surgeOf(tier, maxReplicas),
        cpuMillis: tier.requestedCpuMillis ?? 0,
        memoryMib: tier.requestedMemoryMib ?? 0,
    };
}

/** The tiers that run. */
export function demandsOf(release: Release): readonly TierDemand[] {
    return release.tiers.flatMap((tier) => demandOf(tier) ?? []);
}

/** The tiers that run, and the pooler where there is one: all that needs room on nodes. */
export function podsOf(release: Release): readonly TierDemand[] {
    return [...release.tiers, release.pooler].flatMap((pods) => (pods === undefined ? [] : (demandOf(pods) ?? [])));
}

/** `50 + 3`: replicas and the pods of an update. */
export function podsShown({ maxReplicas, surge }: TierDemand): string {
    return surge === 0 ? String(maxReplicas) : `${maxReplicas} + ${surge}`;
}

/** `2 cores and 4096 MiB` */
export function amountShown({ cpuMillis, memoryMib }: Pick<TierDemand, "cpuMillis" | "memoryMib">): string {
    return `${cpuMillis / 1000} cores and ${memoryMib} MiB`;
}

/** A CronJob that forbids a second run never has one beside the first, and the pooler is updated one by one. */
function surgeOf(tier: Tier<PodsName>, maxReplicas: number): number {
    if (tier.name === "cron") return 0;
    return tier.name === "pgbouncer" ? 1 : shareOf(tier.values.text("rollingUpdate.maxSurge"), maxReplicas);
}

function schedules(all: View): number {
    return all.names().filter((name) => all.flag([name, "enabled"]) === true).length;
}

/** A number of pods, or a percentage of the replicas, which Kubernetes rounds up for a surge. */
function shareOf(text: string = DEFAULT_SURGE, replicas: number): number {
    const [, percent] = /^(\d+)%$/.exec(text) ?? [];
    return percent === undefined ? Number(text) : Math.ceil((Number(percent) * replicas) / 100);
}
