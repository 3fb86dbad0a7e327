import type { PlatformSize } from "../../infra/sizing/platform";
import type { Workload } from "../../infra/sizing/workload";
import { problem } from "./problem";
import type { StackSettings } from "./schema";

/** What the vendor's documentation says of one instance, in requests a second: "about 100-500, depending on the pipeline". */
export const WORST_DECISIONS_PER_POD = 100;
export const BEST_DECISIONS_PER_POD = 500;

/** Pods that a rate takes, where one of them serves this many. */
export function podsFor(decisionsPerSecond: number, perPod: number): number {
    return Math.ceil(decisionsPerSecond / perPod);
}

/** A rate that the measured pods do not serve at their maximum: nothing that this program builds could. */
export function throughputProblems({ target, sizing }: StackSettings, workload: Workload): readonly string[] {
    const rate = target.decisionsPerSecond;
    const { requestsPerPod } = sizing;
    const pods = apiPods(workload);
    if (requestsPerPod === undefined || rate <= pods * requestsPerPod) return [];
    const rule =
        `api.autoscaling.maxReplicas is ${pods}, and so many pods serve ${pods * requestsPerPod} ` +
        `at kaireon:sizing.requestsPerPod ${requestsPerPod}`;
    const fix =
        `Raise api.autoscaling.maxReplicas in kaireon:values to ${podsFor(rate, requestsPerPod)} or more, ` +
        `or lower the target to ${pods * requestsPerPod}`;
    return [problem("kaireon:target.decisionsPerSecond", rate, rule, fix)];
}

/** A rate that needs more pods than the values allow by the vendor's word, or more than have nodes when a zone is lost. */
export function throughputWarnings(settings: StackSettings, workload: Workload, size: PlatformSize): readonly string[] {
    return settings.sizing.requestsPerPod === undefined
        ? unmeasuredWarnings(settings, workload)
        : zoneWarnings(settings, settings.sizing.requestsPerPod, size);
}

function unmeasuredWarnings({ target }: StackSettings, workload: Workload): readonly string[] {
    const rate = target.decisionsPerSecond;
    const pods = apiPods(workload);
    if (rate <= pods * BEST_DECISIONS_PER_POD) return [];
    const rule = `${pods} api pods serve ${pods * BEST_DECISIONS_PER_POD} at the very best (${BEST_DECISIONS_PER_POD} each)`;
    const fix = "Raise api.autoscaling.maxReplicas in kaireon:values";
    return [problem("kaireon:target.decisionsPerSecond", rate, rule, fix)];
}

/** With `surviveZoneLoss` the nodes of two zones hold the maximum of pods; without it, as many as happen to fit. */
function zoneWarnings({ target, nodes }: StackSettings, requestsPerPod: number, size: PlatformSize): readonly string[] {
    const pool = size.pools.find((one) => one.pool === "api");
    if (nodes.surviveZoneLoss || pool === undefined) return [];
    const left = pool.maxPerGroup * (pool.groups.length - 1) * pool.podsPerNode;
    const need = podsFor(target.decisionsPerSecond, requestsPerPod);
    if (need <= left) return [];
    const rule = `with one zone lost ${left} api pods have nodes, and the target rate needs ${need} of ${requestsPerPod} each`;
    return [
        problem("kaireon:nodes.surviveZoneLoss", false, rule, "Set it to true where the rate must be served then, too"),
    ];
}

function apiPods({ tiers }: Workload): number {
    return tiers.find(({ tier }) => tier === "api")?.maxReplicas ?? 0;
}
