import { CannotTell } from "../graph/cannot-tell";
import type { Release } from "../graph/release";
import { releasePolicy } from "../policy";

export const apiPodsServeTheTargetRate = releasePolicy({
    id: "api-pods-serve-the-target-rate",
    title: "The api tier at its maximum serves the target rate, by what one pod was measured to serve",
    why: "The autoscaler stops at its maximum: from there on the latency rises with every further request, and nothing in the cluster says so.",
    fix: "Raise api.autoscaling.maxReplicas, and state in the pack's config what was measured (`npm run perf -- saturate` prints it)",
    severity: "high",
    pitfalls: ["P-CAP-01"],
    links: ["https://docs.kaireonai.com/platform/ops/sla-slo"],
    settings: {
        decisionsPerSecond: {
            description: "Peak rate in decisions a second (0: not stated)",
            default: 0,
            minimum: 0,
        },
        decisionsPerPod: {
            description: "Decisions a second of one api pod within the SLO, measured under load (0: not measured)",
            default: 0,
            minimum: 0,
        },
    },
    check: (release, _, report, { decisionsPerSecond, decisionsPerPod }) => {
        const api = release.tier("api");
        if (api?.enabled !== true) return;
        const pods = api.maxReplicas;
        if (pods === undefined) throw unknown(release, `${api.maxReplicasPath} is not set`, "Set it");
        if (decisionsPerPod === 0)
            throw unknown(release, "what one api pod serves is not stated", "Measure and set decisionsPerPod");
        if (decisionsPerSecond === 0) throw unknown(release, "the target rate is not stated", "Set decisionsPerSecond");
        const need = Math.ceil(decisionsPerSecond / decisionsPerPod);
        if (pods >= need) return;
        report.violation(
            `${release.label}: ${api.maxReplicasPath} is ${pods}, but ${decisionsPerSecond} decisions a second need ${need} api pods of ${decisionsPerPod}. ` +
                `Set it to at least ${need}.`,
            release.resource,
        );
    },
});

function unknown({ label, resource }: Release, what: string, fix: string): CannotTell {
    const reason = `${label}: ${what}, so whether the api's maximum serves the target rate is not known. ${fix}`;
    return new CannotTell(reason, resource.urn);
}
