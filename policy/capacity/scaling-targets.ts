import { cpuMillis, memoryMib } from "../graph/quantity";
import type { Release } from "../graph/release";
import type { View } from "../graph/view";

/** A tier's target in per cent of what its pods request. */
export interface ScalingTarget {
    readonly place: View;
    readonly requests: View;
    /** What a pod requests and is limited to, in one unit; undefined where the values do not say. */
    readonly amounts: () => { readonly request: number | undefined; readonly limit: number | undefined };
}

const TARGETS = [
    { key: "targetCPUUtilizationPercentage", what: "cpu", parse: cpuMillis },
    { key: "targetMemoryUtilizationPercentage", what: "memory", parse: memoryMib },
] as const;

/** The targets of the tiers that run. */
export function scalingTargetsOf(release: Release): readonly ScalingTarget[] {
    const all = release.tiers
        .filter((tier) => tier.enabled)
        .flatMap(({ values }) =>
            TARGETS.map(({ key, what, parse }) => {
                const amount = (kind: string) => {
                    const text = values.text(["resources", kind, what]);
                    return text === undefined ? undefined : parse(text);
                };
                return {
                    place: values.at(["autoscaling", key]),
                    requests: values.at(["resources", "requests", what]),
                    amounts: () => ({ request: amount("requests"), limit: amount("limits") }),
                };
            }),
        );
    return all.filter(({ place }) => place.exists);
}
