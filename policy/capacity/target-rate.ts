import type { Release } from "../graph/release";
import type { ValuesOf } from "../settings";

/**
 * The rate that stores must take at once. It stands in no resource and no value of the chart: unless the pack's config states it, it
 * is what the api tier serves at its maximum by the vendor's lower figure, below which the maximum would be for nothing.
 */
export const targetSettings = {
    decisionsPerSecond: {
        description: "Peak rate in decisions a second (0: what the api tier serves at its maximum replicas)",
        default: 0,
        minimum: 0,
    },
    decisionsPerPod: {
        description: "Decisions a second of one api pod, where the rate is not stated; the vendor says 100 to 500",
        default: 100,
        minimum: 1,
    },
} as const;

export interface TargetRate {
    readonly decisionsPerSecond: number;
    /** `5000 decisions a second (50 api pods of 100)` */
    readonly shown: string;
}

/** Undefined where neither the config nor the values say anything of the rate. */
export function targetRate(release: Release, settings: ValuesOf<typeof targetSettings>): TargetRate | undefined {
    const stated = settings.decisionsPerSecond;
    if (stated > 0) return { decisionsPerSecond: stated, shown: `${stated} decisions a second` };
    const api = release.tier("api");
    const pods = api?.enabled === true ? api.maxReplicas : undefined;
    if (pods === undefined) return undefined;
    const rate = pods * settings.decisionsPerPod;
    return {
        decisionsPerSecond: rate,
        shown: `${rate} decisions a second (${pods} api pods of ${settings.decisionsPerPod})`,
    };
}
