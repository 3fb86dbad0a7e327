import { storeOf } from "../consistency/chosen-store";
import { releasePolicy } from "../policy";
import { demandOf } from "./demand";
import { BROKERS, topicsOf } from "./kafka-topics";

/** Tiers whose pods read events: the streaming tier, or the workers in its place. */
const CONSUMERS = ["worker", "stream"] as const;

export const partitionsServeAllConsumers = releasePolicy({
    id: "partitions-serve-all-consumers",
    title: "Every topic has a partition for each consumer at the largest tier's maximum",
    why: "A consumer without a partition idles: the scaler adds pods and nothing gets faster. More partitions later move keys and lose their order.",
    fix: "Set partitionCount to the maximum replicas of worker and stream, or more",
    severity: "medium",
    pitfalls: ["P-CAP-07"],
    links: ["https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html"],
    check: (release, stack, report) => {
        const cluster = storeOf(release, stack, BROKERS);
        if (cluster === undefined) return;
        const tiers = CONSUMERS.flatMap((name) => {
            const tier = release.tier(name);
            return tier === undefined ? [] : (demandOf(tier) ?? []);
        });
        const [largest] = [...tiers].sort((one, other) => other.maxReplicas - one.maxReplicas);
        if (largest === undefined) return;
        const { tier, maxReplicas } = largest;
        report.each(topicsOf(cluster, stack), ({ resource, partitions }) => {
            if (partitions >= maxReplicas) return;
            report.violation(
                `${resource.label}: partitionCount is ${partitions}, but ${tier.maxReplicasPath} of ${release.label} is ${maxReplicas}: ` +
                    `${maxReplicas - partitions} pods would read nothing. Set it to at least ${maxReplicas}, or lower the maximum.`,
                resource,
            );
        });
    },
});
