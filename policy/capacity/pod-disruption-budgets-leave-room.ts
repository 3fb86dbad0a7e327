import type { Tier } from "../graph/tiers";
import { releasePolicy } from "../policy";

export const podDisruptionBudgetsLeaveRoom = releasePolicy({
    id: "pod-disruption-budgets-leave-room",
    title: "Every disruption budget lets at least one pod go at minimum replicas",
    why: "A budget without room blocks every drain: node updates stop half way and time out.",
    fix: "Lower minAvailable below the minimum of replicas, or set maxUnavailable to at least 1",
    severity: "high",
    pitfalls: ["P-AZ-02"],
    links: ["https://kubernetes.io/docs/tasks/run-application/configure-pdb/"],
    check: (release, _stack, report) => {
        report.each(release.tiers, (tier) => {
            const budget = tier.values.at("podDisruptionBudget");
            if (!tier.enabled || !budget.exists) return;
            const problem = withoutRoom(tier);
            if (problem !== undefined) report.violation(`${release.label}: ${problem}`, release.resource);
        });
    },
});

/** What is wrong with the tier's budget; undefined when a pod may go. */
function withoutRoom(tier: Tier): string | undefined {
    const budget = tier.values.at("podDisruptionBudget");
    const replicas = tier.minReplicas;
    const atMost = budget.text("maxUnavailable");
    if (atMost !== undefined) {
        if (pods(atMost, replicas ?? 1) >= 1) return undefined;
        return `${budget.path}.maxUnavailable is ${atMost}: no pod may be taken, and nodes with one can never be drained. Set it to at least 1.`;
    }
    const atLeast = budget.text("minAvailable");
    if (atLeast === undefined || replicas === undefined) return undefined;
    if (pods(atLeast, replicas) < replicas) return undefined;
    return (
        `${budget.path}.minAvailable is ${atLeast} and ${tier.minReplicasPath} is ${replicas}: no pod may be taken, and nodes with one can never ` +
        `be drained. Set minAvailable to at most ${replicas - 1}, or the replicas higher.`
    );
}

/** A number of pods, or a percentage of the replicas: Kubernetes rounds it up for both kinds of budget. */
function pods(text: string, replicas: number): number {
    const [, percent] = /^(\d+)%$/.exec(text) ?? [];
    return percent === undefined ? Number(text) : Math.ceil((Number(percent) * replicas) / 100);
}
