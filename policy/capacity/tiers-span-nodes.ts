import { releasePolicy } from "../policy";
import { demandOf } from "./demand";
import { type NodePool, poolsOf } from "./node-pool";

export const tiersSpanNodes = releasePolicy({
    id: "tiers-span-nodes",
    title: "No single node holds a whole tier at minimum replicas",
    why: "A tier whose pods are all on one node is down when that node is replaced, patched or lost.",
    fix: "Set at least 2 replicas, a topologySpread over hosts or zones, and node groups with at least 2 nodes between them",
    severity: "high",
    controls: ["EKS-BPG/reliability/topology-spread", "kubernetes-apps-v1-deployment-configure-minimum-replica-count"],
    links: ["https://kubernetes.io/docs/concepts/scheduling-eviction/topology-spread-constraints/"],
    settings: {
        minimumReplicas: {
            description: "Pods that a tier has at the least. Two are on two nodes; a rule of others asks for three",
            default: 2,
            minimum: 2,
        },
    },
    check: (release, stack, report, { minimumReplicas }) => {
        report.each(release.tiers, (tier) => {
            // CronJobs run and end; a worker that scales to zero has nothing to lose.
            if (tier.name === "cron" || !tier.enabled || tier.minReplicas === 0) return;
            const demand = demandOf(tier);
            if (demand === undefined) return;
            if (demand.minReplicas < minimumReplicas)
                return report.violation(
                    `${release.label}: ${tier.minReplicasPath} is ${demand.minReplicas}: one node ${demand.minReplicas < 2 ? "holds" : "may hold"} all of ${tier.name}. Set it to at least ${minimumReplicas}.`,
                    release.resource,
                );
            const spread = tier.values.at("topologySpread");
            if (spread.text("host") === undefined && spread.text("zone") === undefined)
                report.violation(
                    `${release.label}: ${spread.path} names neither host nor zone: one node may take all ${demand.minReplicas} pods of ${tier.name}. ` +
                        "Set topologySpread.host to ScheduleAnyway or DoNotSchedule.",
                    release.resource,
                );
        });
        report.each(poolsOf(release, stack), (pool) => {
            const tiers = pool.tiers.filter(({ tier, minReplicas }) => tier.name !== "cron" && minReplicas >= 2);
            const nodes = nodesAtLeast(pool);
            if (tiers.length === 0 || nodes >= 2) return;
            const names = pool.groups.map(({ name }) => name).join(", ");
            report.violation(
                `${release.label}: ${tiers.map(({ tier }) => tier.name).join(" and ")} may have all pods on one node: ${names} can shrink to ${nodes} ` +
                    "(scalingConfig.minSize). Set it to at least 2 between them.",
                release.resource,
            );
        });
    },
});

function nodesAtLeast({ groups }: NodePool): number {
    return groups.reduce((sum, group) => sum + (group.properties.number("scalingConfig.minSize") ?? 0), 0);
}
