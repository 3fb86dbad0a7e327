import type { Workload } from "../../infra/sizing/workload";
import { problem } from "./problem";
import type { StackSettings } from "./schema";

/** The most that the vendor's documentation promises of one instance, in requests a second (it says 100 to 500). */
const BEST_DECISIONS_PER_POD = 500;

/** A rate that needs more pods than the values allow. */
export function throughputWarnings({ target }: StackSettings, workload: Workload): readonly string[] {
    const rate = target.decisionsPerSecond;
    const pods = workload.tiers.find(({ tier }) => tier === "api")?.maxReplicas ?? 0;
    if (rate <= pods * BEST_DECISIONS_PER_POD) return [];
    const rule = `${pods} api pods serve ${pods * BEST_DECISIONS_PER_POD} at the very best (${BEST_DECISIONS_PER_POD} each)`;
    const fix = "Raise api.autoscaling.maxReplicas in kaireon:values";
    return [problem("kaireon:target.decisionsPerSecond", rate, rule, fix)];
}
