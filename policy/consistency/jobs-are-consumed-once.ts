import { releasePolicy } from "../policy";

export const jobsAreConsumedOnce = releasePolicy({
    id: "jobs-are-consumed-once",
    title: "WORKER_INPROCESS is 0 with worker pods, and not 0 without them",
    why: "With both, the api's pods run jobs too, at the cost of every decision's latency; with neither, the queues are never drained.",
    fix: "Leave WORKER_INPROCESS to the chart, or set it to 0 exactly where worker pods run",
    severity: "high",
    pitfalls: ["P-SEL-12"],
    links: ["https://docs.kaireonai.com/platform/ops/runbooks/worker-mode-and-cron-drain"],
    check: (release, _stack, report) => {
        const worker = release.tier("worker");
        if (worker === undefined) return;
        const hasPods = worker.enabled && worker.maxReplicas !== 0;
        const places = ["config.WORKER_INPROCESS", "api.env.WORKER_INPROCESS"].map((path) => release.values.at(path));
        for (const place of places) {
            const told = place.text() || undefined;
            // Where the values say nothing, the chart's templates follow worker.enabled.
            if (told === undefined || (told === "0") === hasPods) continue;
            const pods = hasPods ? `worker has up to ${worker.maxReplicas ?? "some"} pods` : "worker has no pods";
            report.violation(
                `${release.label}: ${place.path} is ${told}, but ${pods}. Set it to ${hasPods ? "0" : "1"}, or leave it out.`,
                release.resource,
            );
        }
    },
});
