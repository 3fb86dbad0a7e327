import type { Release } from "../graph/release";
import { releasePolicy } from "../policy";
import { scalersOf } from "./workload-scalers";

/** Blocks of a tier's values of which the chart makes a scaler. */
const BLOCKS = ["autoscaling", "keda"] as const;

export const workloadsHaveOneScaler = releasePolicy({
    id: "workloads-have-one-scaler",
    title: "No workload is scaled by a HorizontalPodAutoscaler and a ScaledObject, or by two of either",
    why: "KEDA makes an autoscaler of its own: two of them set the replicas in turn, and KEDA's webhook refuses the second where it is installed.",
    fix: "Keep one scaler of the workload: the chart's or the program's, autoscaling or keda",
    severity: "medium",
    pitfalls: ["P-CAP-05"],
    links: ["https://keda.sh/docs/2.21/concepts/admission-webhooks/"],
    check: (release, stack, report) => {
        const scalers = [...scalersOfChart(release), ...scalersOf(stack)];
        for (const target of new Set(scalers.map((one) => one.target))) {
            const labels = scalers.filter((one) => one.target === target).map(({ label }) => label);
            if (labels.length > 1)
                report.violation(
                    `${release.label}: ${target} is scaled by ${labels.join(" and by ")}: they set its replicas in turn. Remove all but one.`,
                    release.resource,
                );
        }
    },
});

/** `values.worker.keda`, and the workload that it scales. A block that is switched off is none. */
function scalersOfChart({ tiers }: Release): readonly { readonly label: string; readonly target: string }[] {
    return tiers
        .filter((tier) => tier.enabled)
        .flatMap((tier) =>
            BLOCKS.map((block) => tier.values.at(block))
                .filter((block) => block.exists && block.flag("enabled") !== false)
                .map(({ path }) => ({ label: path, target: tier.workload })),
        );
}
