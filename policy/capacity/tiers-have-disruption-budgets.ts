import { releasePolicy } from "../policy";
import { demandOf } from "./demand";

export const tiersHaveDisruptionBudgets = releasePolicy({
    id: "tiers-have-disruption-budgets",
    title: "Every tier that runs all the time has a disruption budget",
    why: "Without one an update of the nodes may drain all pods of a tier at the same moment, however well they are spread.",
    fix: "Set podDisruptionBudget.maxUnavailable to 1 for the tier",
    severity: "high",
    controls: ["EKS-BPG/reliability/pdb"],
    links: ["https://docs.aws.amazon.com/eks/latest/best-practices/application.html"],
    check: (release, _stack, report) => {
        report.each(release.tiers, (tier) => {
            // CronJobs run and end; a tier that scales to zero has nothing to keep.
            if (!tier.enabled || tier.name === "cron" || tier.minReplicas === 0 || demandOf(tier) === undefined) return;
            const budget = tier.values.at("podDisruptionBudget");
            if (budget.at("minAvailable").exists || budget.at("maxUnavailable").exists) return;
            report.violation(
                `${release.label}: ${budget.path} is ${budget.shown()}; it must have minAvailable or maxUnavailable. ` +
                    "Set podDisruptionBudget.maxUnavailable to 1.",
                release.resource,
            );
        });
    },
});
