import { storeOf } from "../consistency/chosen-store";
import { FULL_DISK_PERCENT } from "../facts/stores";
import type { Stack } from "../graph/stack";
import type { StackResource } from "../graph/stack-resource";
import { releasePolicy } from "../policy";
import { BROKERS, eventsPerDecision, type Topic, topicProperty, topicsOf } from "./kafka-topics";
import { targetRate, targetSettings } from "./target-rate";

const TARGET = "aws:appautoscaling/target:Target";
const VOLUME = "brokerNodeGroupInfo.storageInfo.ebsStorageInfo.volumeSize";
const GIB = 2 ** 30;
/** Kafka's own: a week. */
const DEFAULT_RETENTION_HOURS = 168;

export const brokerVolumesHoldTheRetention = releasePolicy({
    id: "broker-volumes-hold-the-retention",
    title: "The brokers' volumes, as far as they may grow, hold the topics' retention at the target rate",
    why: "A broker whose volume is full stops, and so does every partition that it leads. MSK enlarges a volume at most once in six hours.",
    fix: "Raise the maximum of the volumes or add brokers, or lower retention.ms",
    severity: "medium",
    links: ["https://docs.aws.amazon.com/msk/latest/developerguide/msk-autoexpand.html"],
    settings: {
        ...targetSettings,
        eventBytes: {
            description: "Size of an event in bytes. The vendor states none: measure it",
            default: 1024,
            minimum: 1,
        },
    },
    check: (release, stack, report, settings) => {
        const cluster = storeOf(release, stack, BROKERS);
        const rate = targetRate(release, settings);
        if (cluster === undefined || rate === undefined || isExpress(cluster)) return;
        const brokers = cluster.properties.number("numberOfBrokerNodes") ?? 1;
        const bytes = topicsOf(cluster, stack).reduce((sum, topic) => {
            const perSecond =
                rate.decisionsPerSecond * eventsPerDecision(topic.name) * settings.eventBytes * topic.replicationFactor;
            return sum + perSecond * retentionSeconds(topic, cluster);
        }, 0);
        const need = Math.ceil(bytes / brokers / (FULL_DISK_PERCENT / 100) / GIB);
        const { gib, place } = largestVolume(cluster, stack);
        if (gib >= need) return;
        report.violation(
            `${cluster.label}: a broker's volume may grow to ${gib} GiB (${place}), but ${rate.shown} fill ${need} GiB of each of ${brokers} within the topics' ` +
                `retention. Raise it to ${need}, add brokers, or lower retention.ms.`,
            cluster,
        );
    },
});

/** Express brokers have no volume: their storage grows by itself. */
function isExpress(cluster: StackResource): boolean {
    return (cluster.properties.text("brokerNodeGroupInfo.instanceType") ?? "").startsWith("express.");
}

function retentionSeconds(topic: Topic, cluster: StackResource): number {
    const milliseconds =
        topicProperty(topic, cluster, "retention.ms") ?? topicProperty(topic, cluster, "log.retention.ms");
    if (milliseconds !== undefined) return Number(milliseconds) / 1000;
    return Number(topicProperty(topic, cluster, "log.retention.hours") ?? DEFAULT_RETENTION_HOURS) * 3600;
}

/** The autoscaler's maximum, where there is one; else what the program sets. */
function largestVolume(cluster: StackResource, stack: Stack): { readonly gib: number; readonly place: string } {
    const [scaled] = stack.referringTo(cluster, TARGET, "resourceId");
    if (scaled === undefined) return { gib: cluster.properties.number(VOLUME) ?? 0, place: VOLUME };
    return { gib: scaled.properties.number("maxCapacity") ?? 0, place: `maxCapacity of ${scaled.name}` };
}
